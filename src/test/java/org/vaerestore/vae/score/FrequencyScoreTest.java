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
	private static final SquarePictures PICTURES = new SquarePictures(SIDE);
	private static final Score SCORE = new FrequencyScore(2);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void gradientsAreThoseOfDifferences(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		PICTURES.assertGradientsAreThoseOfDifferences(SCORE, random.nextInt(10, 18), random);
	}

	/** A fine pattern on coarse texture: too weak to move a patch, and seen by anyone. */
	@Test
	void seesAChequerboardThatTheEnergyOfPatchesDoesNot() {
		final boolean[] hidden = PICTURES.hidden(10);
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
		final boolean[] hidden = PICTURES.hidden(10);
		final double[] scores = new double[4], deviations = { 0, 0.5, 1, 2 };
		for (int trial = 0; trial < 40; trial++) {
			final SplittableRandom random = new SplittableRandom(trial);
			final float[] truth = PICTURES.noise(random, 1);
			for (int k = 0; k < scores.length; k++)
				scores[k] += value(new FrequencyScore(1), PICTURES.sample(truth, hidden, random, deviations[k]), PICTURES.sample(truth, hidden,
					random, deviations[k]), truth, hidden) / 40;
		}
		assertTrue(scores[2] < 0.97 * scores[1] && scores[2] < 0.8 * scores[0] && scores[2] < 0.9 * scores[3], Arrays.toString(scores));
		assertEquals(0, value(SCORE, PICTURES.noise(new SplittableRandom(1), 1), PICTURES.noise(new SplittableRandom(2), 1), PICTURES.noise(new SplittableRandom(3),
			1), new boolean[SIDE * SIDE]), "nothing hidden");
	}

	@Test
	void countsFaintPicturesAsBrightOnes() {
		PICTURES.assertCountsFaintPicturesAlike(SCORE, 10);
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
		return PICTURES.value(score, first, second, truth, hidden);
	}

	/** Returns a picture with another one's values and a chequerboard where it is hidden. */
	private static float[] merged(final float[] truth, final float[] other, final boolean[] hidden, final double board) {
		final float[] sample = SquarePictures.merged(truth, other, hidden);
		for (int i = 0; i < sample.length; i++)
			if (hidden[i]) sample[i] += (float) board * (1 - 2 * ((i + i / SIDE) % 2));
		return sample;
	}

	/** Noise that was blurred until nothing fine is left. */
	private static float[] coarse(final SplittableRandom random) {
		final float[] white = PICTURES.noise(random, 6), blurred = new float[white.length];
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				for (int dy = -3; dy <= 3; dy++)
					for (int dx = -3; dx <= 3; dx++)
						blurred[y * SIDE + x] += (float) (white[(y + dy + SIDE) % SIDE * SIDE + (x + dx + SIDE) % SIDE] * Math.exp(-(dx * dx + dy *
							dy) / 3.0) / 9.4);
		return blurred;
	}
}
