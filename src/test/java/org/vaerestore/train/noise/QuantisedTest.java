package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class QuantisedTest {

	private final Noise quantised = new Quantised(new Additive(new WhiteGrain()));

	@Test
	void tellsWhatItIs() {
		NoiseCheck.assertTellsWhatItIs(quantised);
		NoiseCheck.assertTellsWhatItIs(new Quantised(new Additive(new LensGrain())));
		NoiseCheck.assertSameFromSameSeed(quantised);
	}

	@Test
	void hasFewValues() {
		final SplittableRandom random = new SplittableRandom(6);
		for (int i = 0; i < 20; i++) {
			final NoisyPatch noisy = NoiseCheck.add(quantised, random);
			final TreeSet<Float> values = new TreeSet<>();
			for (final float value : noisy.seen())
				values.add(value);
			final double range = values.last() - values.first();
			assertTrue(values.size() < 2 + range / (0.25 * noisy.level()), values.size() + " values");
		}
	}
}
