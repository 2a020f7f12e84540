package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ProceduralNoiseTest {

	private final ProceduralNoise noise = new ProceduralNoise();

	/** Patches of a scene have the standard deviation 1 with their noise, as images have in network units. */
	@Test
	void givesPatchesInNetworkUnits() {
		final SplittableRandom random = new SplittableRandom(1);
		double squares = 0, logs = 0;
		int shared = 0, correlated = 0;
		final int patches = 400;
		for (int i = 0; i < patches; i++) {
			final SeenPatch noisy = draw(random);
			double sum = 0, square = 0;
			for (final float value : noisy.seen()) {
				sum += value / noisy.seen().length;
				square += value * (double) value / noisy.seen().length;
			}
			squares += (square - sum * sum) / patches;
			logs += Math.log(square - sum * sum) / patches;
			if (Math.max(noisy.noise().correlations().rows(), noisy.noise().correlations().columns()) > 0.09) shared++;
			if (Math.abs(noisy.noise().correlations().lags()[0]) > 0.1) correlated++;
			assertTrue(noisy.noise().level() > 0);
		}
		assertEquals(1, squares, 0.15);
		assertEquals(0, logs, 0.1);
		assertTrue(shared > patches / 20 && shared < patches / 4, shared + " with rows or columns");
		assertTrue(correlated > patches / 10 && correlated < patches / 2, correlated + " with neighbours that are alike");
	}

	@Test
	void isTheSameFromTheSameSeed() {
		assertArrayEquals(draw(new SplittableRandom(3)).seen(), draw(new SplittableRandom(3)).seen());
	}

	private SeenPatch draw(final SplittableRandom random) {
		return noise.noisy(NoiseCheck.tones(), NoiseCheck.patch(), random);
	}
}
