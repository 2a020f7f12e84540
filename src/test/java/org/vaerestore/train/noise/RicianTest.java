package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class RicianTest {

	private final Noise rician = new Rician(new WhiteGrain());

	/** Where there is no signal, noise has the mean and the standard deviation of Rayleigh's distribution. */
	@Test
	void isBrighterThanTheTruthWhereThisIsDark() {
		final SplittableRandom random = new SplittableRandom(7);
		final Tones tones = new Tones(new float[] { 0, 100, 1000 });
		double mean = 0;
		for (int i = 0; i < 30; i++) {
			final NoisyPatch noisy = rician.add(new float[NoiseCheck.SIDE * NoiseCheck.SIDE], tones, random);
			double sum = 0;
			for (final float value : NoiseCheck.residual(noisy))
				sum += value / noisy.seen().length;
			assertTrue(sum > 0);
			mean += sum / noisy.level() / 30;
		}
		// With a little signal it is less.
		final double rayleigh = Math.sqrt(Math.PI / 2) / Math.sqrt(2 - Math.PI / 2);
		assertTrue(mean > 0.7 * rayleigh && mean < 1.01 * rayleigh, mean + " of " + rayleigh);
	}

	@Test
	void tellsTheNoiseAroundItsMean() {
		final SplittableRandom random = new SplittableRandom(7);
		final float[] bright = new float[NoiseCheck.SIDE * NoiseCheck.SIDE];
		Arrays.fill(bright, 100);
		double variance = 0, mean = 0;
		for (int i = 0; i < 30; i++) {
			final NoisyPatch noisy = rician.add(bright.clone(), new Tones(new float[] { 0, 100, 200 }), random);
			for (final float value : NoiseCheck.residual(noisy)) {
				mean += value / noisy.level() / noisy.seen().length / 30;
				variance += Math.pow(value / noisy.level(), 2) / noisy.seen().length / 30;
			}
		}
		assertEquals(0, mean, 0.02);
		assertEquals(1, variance, 0.03);
	}

	@Test
	void isTheSameFromTheSameSeed() {
		NoiseCheck.assertSameFromSameSeed(rician);
		NoiseCheck.assertSameFromSameSeed(new Rician(new ZeroFilledGrain()));
	}
}
