package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PhotonsTest {

	/** The truth is the mean of what is seen; where photons are few there is less noise than is told. */
	@Test
	void showsTheTruthOnAverage() {
		final Noise photons = new Photons();
		final SplittableRandom random = new SplittableRandom(2);
		double mean = 0;
		for (int i = 0; i < 60; i++) {
			final NoisyPatch noisy = NoiseCheck.add(photons, random);
			double squares = 0;
			for (final float value : NoiseCheck.residual(noisy)) {
				mean += value / noisy.level() / noisy.seen().length / 60;
				squares += Math.pow(value / noisy.level(), 2) / noisy.seen().length;
			}
			assertTrue(squares < 1.15, "variance " + squares);
		}
		assertEquals(0, mean, 0.02);
	}

	@Test
	void isTheSameFromTheSameSeed() {
		NoiseCheck.assertSameFromSameSeed(new Photons());
	}
}
