package org.vaerestore.vae.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyScoreTest {

	private static final int SIDE = 48;
	private static final Score SCORE = new FrequencyScore(2);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void gradientsAreThoseOfDifferences(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final boolean[] hidden = hidden(random.nextInt(10, 18));
		final float[] truth = noise(random, 1), first = sample(truth, hidden, random, 0.8, 0), second = sample(truth, hidden, random, 1.3,
			0);
		final float[] a = new float[truth.length], b = new float[truth.length];
		SCORE.evaluate(first, second, truth, hidden, SIDE, 0.7, a, b);
		for (final float[] sample : new float[][] { first, second }) {
			final float[] gradient = sample == first ? a : b, direction = noise(random, 1), before = sample.clone();
			final double step = 1e-2;
			final double[] values = new double[2];
			for (int side = 0; side < 2; side++) {
				for (int i = 0; i < sample.length; i++)
					sample[i] = (float) (before[i] + (side == 0 ? step : -step) * direction[i]);
				values[side] = value(SCORE, first, second, truth, hidden);
			}
			System.arraycopy(before, 0, sample, 0, before.length);
			double expected = 0;
			for (int i = 0; i < gradient.length; i++)
				expected += gradient[i] * direction[i];
			final double numeric = 0.7 * (values[0] - values[1]) / (2 * step);
			assertEquals(numeric, expected, 5e-3 * Math.abs(numeric) + 2e-4);
		}
	}

	/** A fine pattern on coarse texture: too weak to move a patch, and seen by anyone. */
	@Test
	void seesAChequerboardThatTheEnergyOfPatchesDoesNot() {
		final boolean[] hidden = hidden(10);
		final double[][] scores = new double[2][2];
		for (int trial = 0; trial < 20; trial++)
			for (int board = 0; board < 2; board++) {
				final SplittableRandom random = new SplittableRandom(trial);
				final float[] truth = coarse(random), first = merged(truth, coarse(random), hidden, 0.1 * board), second = merged(truth, coarse(
					random), hidden, 0.1 * board);
				scores[0][board] += value(new EnergyScore(3, 1), first, second, truth, hidden);
				scores[1][board] += value(new FrequencyScore(1), first, second, truth, hidden);
			}
		final double patches = scores[0][1] / scores[0][0] - 1, frequencies = scores[1][1] / scores[1][0] - 1;
		assertTrue(frequencies > 0.1 && frequencies > 5 * patches, Arrays.deepToString(scores));
	}

	@Test
	void isLeastForSamplesThatAreDrawnAsTheTruthIs() {
		final boolean[] hidden = hidden(10);
		final double[] scores = new double[4], deviations = { 0, 0.5, 1, 2 };
		for (int trial = 0; trial < 40; trial++) {
			final SplittableRandom random = new SplittableRandom(trial);
			final float[] truth = noise(random, 1);
			for (int k = 0; k < scores.length; k++)
				scores[k] += value(new FrequencyScore(1), sample(truth, hidden, random, deviations[k], 0), sample(truth, hidden, random,
					deviations[k], 0), truth, hidden) / 40;
		}
		assertTrue(scores[2] < 0.97 * scores[1] && scores[2] < 0.8 * scores[0] && scores[2] < 0.9 * scores[3], Arrays.toString(scores));
		assertEquals(0, value(SCORE, noise(new SplittableRandom(1), 1), noise(new SplittableRandom(2), 1), noise(new SplittableRandom(3),
			1), new boolean[SIDE * SIDE]), "nothing hidden");
	}

	@Test
	void countsFaintPicturesAsBrightOnes() {
		final SplittableRandom random = new SplittableRandom(5);
		final boolean[] hidden = hidden(10);
		final float[] truth = noise(random, 1), sample = sample(truth, hidden, random, 1, 0);
		final float[] bright = truth.clone(), brightSample = sample.clone();
		for (int i = 0; i < bright.length; i++) {
			bright[i] *= 10;
			brightSample[i] *= 10;
		}
		assertEquals(value(SCORE, sample, sample, truth, hidden), value(SCORE, brightSample, brightSample, bright, hidden), 0.01);
	}

	@Test
	void cosinesComeBack() {
		final SplittableRandom random = new SplittableRandom(6);
		final CosineSquare cosines = new CosineSquare();
		final float[] picture = new float[10 * 12], back = new float[picture.length];
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) random.nextGaussian();
		final double[] coefficients = new double[64];
		cosines.transform(picture, 14, 12, coefficients);
		cosines.addBack(coefficients, back, 14, 12);
		for (int i = 0; i < picture.length; i++) {
			final int x = i % 12 - 2, y = i / 12 - 1;
			assertEquals(x >= 0 && x < 8 && y >= 0 && y < 8 ? picture[i] : 0, back[i], 1e-5);
		}
		final float[] board = new float[64];
		for (int i = 0; i < 64; i++)
			board[i] = 1 - 2 * ((i + i / 8) % 2);
		cosines.transform(board, 0, 8, coefficients);
		assertTrue(Math.abs(coefficients[63]) > 5, "a chequerboard is of the finest frequencies");
	}

	private static double value(final Score score, final float[] first, final float[] second, final float[] truth,
		final boolean[] hidden)
	{
		return score.evaluate(first, second, truth, hidden, SIDE, 1, new float[truth.length], new float[truth.length]);
	}

	private static boolean[] hidden(final int margin) {
		final boolean[] hidden = new boolean[SIDE * SIDE];
		for (int i = 0; i < hidden.length; i++)
			hidden[i] = i % SIDE >= margin && i % SIDE < SIDE - margin && i / SIDE >= margin && i / SIDE < SIDE - margin;
		return hidden;
	}

	private static float[] sample(final float[] truth, final boolean[] hidden, final SplittableRandom random,
		final double deviation, final double board)
	{
		return merged(truth, noise(random, deviation), hidden, board);
	}

	private static float[] merged(final float[] truth, final float[] other, final boolean[] hidden, final double board) {
		final float[] sample = truth.clone();
		for (int i = 0; i < sample.length; i++)
			if (hidden[i]) sample[i] = other[i] + (float) board * (1 - 2 * ((i + i / SIDE) % 2));
		return sample;
	}

	/** Noise that was blurred until nothing fine is left. */
	private static float[] coarse(final SplittableRandom random) {
		final float[] white = noise(random, 6), blurred = new float[white.length];
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				for (int dy = -3; dy <= 3; dy++)
					for (int dx = -3; dx <= 3; dx++)
						blurred[y * SIDE + x] += (float) (white[(y + dy + SIDE) % SIDE * SIDE + (x + dx + SIDE) % SIDE] * Math.exp(-(dx * dx + dy *
							dy) / 3.0) / 9.4);
		return blurred;
	}

	private static float[] noise(final SplittableRandom random, final double deviation) {
		final float[] noise = new float[SIDE * SIDE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (deviation * random.nextGaussian());
		return noise;
	}
}
