package org.vaerestore.vae.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyScoreTest {

	private static final int SIDE = 32;
	private static final SquarePictures PICTURES = new SquarePictures(SIDE);
	private static final Score SCORE = new EnergyScore(3, 0.7);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void gradientsAreThoseOfDifferences(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		PICTURES.assertGradientsAreThoseOfDifferences(SCORE, random.nextInt(4, 12), random);
	}

	/** The whole point: a sample with the truth's texture scores better than the mean that is closest to it. */
	@Test
	void rewardsSamplesThatAreDrawnAsTheTruthIs() {
		final boolean[] hidden = PICTURES.hidden(8);
		final double[] scores = new double[4];
		final double[] deviations = { 0, 0.5, 1, 2 };
		for (int trial = 0; trial < 40; trial++) {
			final SplittableRandom random = new SplittableRandom(trial);
			final float[] truth = PICTURES.noise(random, 1);
			for (int k = 0; k < scores.length; k++)
				scores[k] += value(PICTURES.sample(truth, hidden, random, deviations[k]), PICTURES.sample(truth, hidden, random, deviations[k]), truth, hidden);
		}
		assertTrue(scores[2] < 0.97 * scores[1] && scores[2] < 0.8 * scores[0] && scores[2] < 0.9 * scores[3], Arrays.toString(scores));
	}

	/** Half smooth and half with more contrast has the right amplitudes on the average, and doesn't look right. */
	@Test
	void seesWhetherTextureIsEven() {
		final boolean[] hidden = PICTURES.hidden(4);
		final double[] differences = new double[2];
		for (int trial = 0; trial < 40; trial++)
			for (int contrast = 0; contrast < 2; contrast++) {
				final SplittableRandom random = new SplittableRandom(trial);
				final Score score = new EnergyScore(3, contrast);
				final float[] truth = PICTURES.noise(random, 1);
				differences[contrast] += PICTURES.value(score, patchy(truth, hidden, random), patchy(truth, hidden, random), truth, hidden) - PICTURES.value(score,
					PICTURES.sample(truth, hidden, random, 1), PICTURES.sample(truth, hidden, random, 1), truth, hidden);
			}
		assertTrue(differences[1] > 0 && differences[1] > 3 * differences[0], Arrays.toString(differences));
	}

	private static float[] patchy(final float[] truth, final boolean[] hidden, final SplittableRandom random) {
		final float[] sample = PICTURES.sample(truth, hidden, random, Math.sqrt(2));
		final boolean[] smooth = new boolean[SIDE];
		for (int k = 0; k < SIDE; k++)
			smooth[k] = random.nextBoolean();
		for (int i = 0; i < sample.length; i++)
			if (hidden[i] && smooth[i / SIDE / 8 * 4 + i % SIDE / 8]) sample[i] = 0;
		return sample;
	}

	/** Two samples that are alike have nothing to say for each other. */
	@Test
	void isTheDistanceWhereSamplesDoNotDiffer() {
		final SplittableRandom random = new SplittableRandom(4);
		final boolean[] hidden = PICTURES.hidden(8);
		final float[] truth = PICTURES.noise(random, 1), one = PICTURES.sample(truth, hidden, random, 1), other = PICTURES.sample(truth, hidden, random, 1);
		final double alone = value(one, one, truth, hidden), together = value(one, other, truth, hidden);
		assertTrue(together < 0.85 * alone, together + " of " + alone);
		assertEquals(0, value(truth, truth, truth, hidden), 1e-2);
		assertEquals(0, value(truth, truth, truth, new boolean[hidden.length]));
	}

	/** In units of what is visible, so that faint pictures count as bright ones do, and truths don't decide how much they count. */
	@Test
	void countsFaintPicturesAlike() {
		PICTURES.assertCountsFaintPicturesAlike(SCORE, 8);
	}

	@Test
	void bandsHaveATranspose() {
		final SplittableRandom random = new SplittableRandom(6);
		final LaplacianPyramid pyramid = LaplacianPyramid.of(SIDE, 2 * SIDE, 3);
		final float[] picture = new float[2 * SIDE * SIDE];
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) random.nextGaussian();
		final float[][] bands = pyramid.bands(picture), others = Arrays.stream(bands).map(band -> noise(band.length, random)).toArray(
			float[][]::new);
		double above = 0, below = 0;
		for (int level = 0; level < bands.length; level++)
			above += dot(bands[level], others[level]);
		below = dot(picture, pyramid.transposed(others));
		assertEquals(above, below, 1e-4 * Math.abs(above) + 1e-3);
		final float[] constant = new float[picture.length];
		Arrays.fill(constant, 3);
		assertArrayEquals(new float[picture.length], pyramid.bands(constant)[0], 1e-5f);
		assertEquals(3, pyramid.bands(constant)[2][5], 1e-5);
		assertEquals(2, LaplacianPyramid.of(20, 20, 4).levels(), "a side that can't be halved again");
	}

	private static double value(final float[] first, final float[] second, final float[] truth, final boolean[] hidden) {
		return PICTURES.value(SCORE, first, second, truth, hidden);
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * (double) b[i];
		return sum;
	}

	private static float[] noise(final int length, final SplittableRandom random) {
		final float[] noise = new float[length];
		for (int i = 0; i < length; i++)
			noise[i] = (float) random.nextGaussian();
		return noise;
	}
}
