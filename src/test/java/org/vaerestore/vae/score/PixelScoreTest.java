package org.vaerestore.vae.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PixelScoreTest {

	private static final int SIDE = 16;

	@Test
	void gradientsAreThoseOfDifferencesAloneAndInASum() {
		for (final Score score : List.of(new PixelScore(), new SumOfScores(List.of(new PixelScore(), new EnergyScore(2, 1))))) {
			final SplittableRandom random = new SplittableRandom(3);
			final boolean[] hidden = hidden();
			final float[] truth = noise(random, 1), first = noise(random, 1), second = noise(random, 1), a = new float[truth.length], b =
				new float[truth.length], direction = noise(random, 1);
			for (int i = 0; i < truth.length; i++)
				if (!hidden[i]) first[i] = second[i] = truth[i];
			score.evaluate(first, second, truth, hidden, SIDE, 2, a, b);
			double expected = 0;
			final double[] values = new double[2];
			for (int side = 0; side < 2; side++) {
				final float[] one = first.clone(), two = second.clone();
				for (int i = 0; i < one.length; i++) {
					if (!hidden[i]) continue;
					one[i] += (side == 0 ? 1e-3 : -1e-3) * direction[i];
					two[i] -= (side == 0 ? 1e-3 : -1e-3) * direction[i];
					if (side == 0) expected += (a[i] - b[i]) * direction[i];
				}
				values[side] = score.evaluate(one, two, truth, hidden, SIDE, 1, new float[one.length], new float[one.length]);
			}
			final double numeric = 2 * (values[0] - values[1]) / 2e-3;
			assertEquals(numeric, expected, 1e-2 * Math.abs(numeric) + 1e-3, score.toString());
		}
	}

	/** Of normal truths, samples of the same width score best. */
	@Test
	void isLeastForTheRightWidth() {
		final double[] widths = { 0, 0.6, 1, 1.6 }, scores = new double[widths.length];
		final boolean[] hidden = hidden();
		for (int trial = 0; trial < 60; trial++)
			for (int k = 0; k < widths.length; k++) {
				final SplittableRandom random = new SplittableRandom(trial);
				scores[k] += new PixelScore().evaluate(noise(random, widths[k]), noise(random, widths[k]), noise(random, 1), hidden, SIDE, 1,
					new float[SIDE * SIDE], new float[SIDE * SIDE]) / 60;
			}
		assertTrue(scores[2] < scores[1] && scores[1] < scores[0] && scores[2] < scores[3], Arrays.toString(scores));
		assertEquals(1 / Math.sqrt(Math.PI), scores[2], 0.02, "of a normal distribution");
	}

	private static boolean[] hidden() {
		final boolean[] hidden = new boolean[SIDE * SIDE];
		Arrays.fill(hidden, 4 * SIDE, 12 * SIDE, true);
		return hidden;
	}

	private static float[] noise(final SplittableRandom random, final double deviation) {
		final float[] noise = new float[SIDE * SIDE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (deviation * random.nextGaussian());
		return noise;
	}
}
