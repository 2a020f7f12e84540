package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.vaerestore.vae.noise.NoiseCorrelations;

/** Measures noise that doesn't depend on the signal. */
final class GrainCheck {

	private static final int SIDE = 160, DRAWS = 24;

	private GrainCheck() {}

	/** Every patch has the correlations that it tells, and all together mean 0 and variance 1. */
	static void assertTellsWhatItIs(final Grain grain) {
		final SplittableRandom random = new SplittableRandom(11);
		double sum = 0, squares = 0, differences = 0;
		for (int i = 0; i < DRAWS; i++) {
			final Grain.Drawn drawn = grain.draw(SIDE, random);
			double mean = 0;
			for (final float value : drawn.values()) {
				mean += value / drawn.values().length;
				squares += value * (double) value / drawn.values().length / DRAWS;
			}
			sum += mean / DRAWS;
			final float[] told = drawn.correlations().lags(), found = Correlations.measured(drawn.values(), SIDE).lags();
			for (int lag = 0; lag < told.length; lag++) {
				assertEquals(told[lag], found[lag], 0.08, "patch " + i + ", lag " + lag);
				differences += Math.abs(told[lag] - found[lag]) / (DRAWS * told.length);
			}
		}
		assertEquals(0, sum, 0.02);
		assertEquals(1, squares, 0.03);
		assertEquals(0, differences, 0.012);
	}

	/** Returns the mean correlations that patches tell. */
	static double[] toldLags(final Grain grain) {
		final SplittableRandom random = new SplittableRandom(12);
		final double[] mean = new double[NoiseCorrelations.LAGS];
		for (int i = 0; i < DRAWS; i++) {
			final float[] lags = grain.draw(8, random).correlations().lags();
			for (int lag = 0; lag < mean.length; lag++)
				mean[lag] += lags[lag] / DRAWS;
		}
		return mean;
	}

	static void assertSameFromSameSeed(final Grain grain) {
		assertArrayEquals(grain.draw(32, new SplittableRandom(3)).values(), grain.draw(32, new SplittableRandom(3)).values());
	}
}
