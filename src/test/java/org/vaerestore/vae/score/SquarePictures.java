package org.vaerestore.vae.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

/**
 * Square pictures of white noise with a square hole, and what scores make of samples of it.
 *
 * @param side of the pictures in pixels
 */
record SquarePictures(int side) {

	boolean[] hidden(final int margin) {
		final boolean[] hidden = new boolean[side * side];
		for (int i = 0; i < hidden.length; i++)
			hidden[i] = i % side >= margin && i % side < side - margin && i / side >= margin && i / side < side - margin;
		return hidden;
	}

	float[] noise(final SplittableRandom random, final double deviation) {
		final float[] noise = new float[side * side];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (deviation * random.nextGaussian());
		return noise;
	}

	/** Returns a picture with noise where it is hidden. */
	float[] sample(final float[] truth, final boolean[] hidden, final SplittableRandom random, final double deviation) {
		return merged(truth, noise(random, deviation), hidden);
	}

	/** Returns a picture with another one's values where it is hidden. */
	static float[] merged(final float[] truth, final float[] other, final boolean[] hidden) {
		final float[] sample = truth.clone();
		for (int i = 0; i < sample.length; i++)
			if (hidden[i]) sample[i] = other[i];
		return sample;
	}

	double value(final Score score, final float[] first, final float[] second, final float[] truth, final boolean[] hidden) {
		return score.evaluate(first, second, truth, hidden, side, 1, new float[truth.length], new float[truth.length]);
	}

	/** Checks the slopes along a random direction, of either sample. */
	void assertGradientsAreThoseOfDifferences(final Score score, final int margin, final SplittableRandom random) {
		final boolean[] hidden = hidden(margin);
		final float[] truth = noise(random, 1), first = sample(truth, hidden, random, 0.8), second = sample(truth, hidden, random, 1.3);
		final float[] a = new float[truth.length], b = new float[truth.length];
		score.evaluate(first, second, truth, hidden, side, 0.7, a, b);
		for (final float[] sample : new float[][] { first, second }) {
			final float[] gradient = sample == first ? a : b, direction = noise(random, 1), before = sample.clone();
			final double step = 1e-2;
			final double[] values = new double[2];
			for (int way = 0; way < 2; way++) {
				for (int i = 0; i < sample.length; i++)
					sample[i] = (float) (before[i] + (way == 0 ? step : -step) * direction[i]);
				values[way] = value(score, first, second, truth, hidden);
			}
			System.arraycopy(before, 0, sample, 0, before.length);
			double expected = 0;
			for (int i = 0; i < gradient.length; i++)
				expected += gradient[i] * direction[i];
			final double numeric = 0.7 * (values[0] - values[1]) / (2 * step);
			assertEquals(numeric, expected, 5e-3 * Math.abs(numeric) + 2e-4);
		}
	}

	/** Checks that a picture which is ten times as bright has the same score. */
	void assertCountsFaintPicturesAlike(final Score score, final int margin) {
		final SplittableRandom random = new SplittableRandom(5);
		final boolean[] hidden = hidden(margin);
		final float[] truth = noise(random, 1), sample = sample(truth, hidden, random, 1), bright = truth.clone(), brightSample = sample
			.clone();
		for (int i = 0; i < bright.length; i++) {
			bright[i] *= 10;
			brightSample[i] *= 10;
		}
		assertEquals(value(score, sample, sample, truth, hidden), value(score, brightSample, brightSample, bright, hidden), 0.01);
	}
}
