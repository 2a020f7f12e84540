package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SquaredErrorTest {

	private static final float STEP = 1f / 256;

	private final Likelihood likelihood = new SquaredError();

	@Test
	void isHalfTheSquaredErrorInUnitsOfTheExpectedOne() {
		final SplittableRandom random = new SplittableRandom(6);
		for (int i = 0; i < 200; i++) {
			final Pixel any = Pixel.random(random);
			final Pixel pixel = new Pixel(any.target(), any.mean(), any.logVariance(), any.extraVariance() + 0.5);
			final double error = pixel.target() - (double) pixel.mean();
			assertEquals(error * error / 2 / pixel.extraVariance(), pixel.loss(likelihood), 1e-9);
			final double slope = (moved(pixel, STEP).loss(likelihood) - moved(pixel, -STEP).loss(likelihood)) / (2 * STEP);
			assertEquals(slope, pixel.gradients(likelihood)[0], 1e-4);
		}
	}

	private static Pixel moved(final Pixel pixel, final float by) {
		return new Pixel(pixel.target(), pixel.mean() + by, pixel.logVariance(), pixel.extraVariance());
	}

	/** The variance rises where the error is larger than it says, falls where it is smaller, and never with a jerk. */
	@Test
	void theVarianceFollowsTheError() {
		assertEquals(0, gradientOfLogVariance(2, Math.log(4)), 1e-7);
		assertTrue(gradientOfLogVariance(2.1f, Math.log(4)) < 0);
		assertTrue(gradientOfLogVariance(1.9f, Math.log(4)) > 0);
		assertTrue(gradientOfLogVariance(1e6f, -10) >= -0.2f);
	}

	private float gradientOfLogVariance(final float error, final double logVariance) {
		return new Pixel(error, 0, (float) logVariance, 1).gradients(likelihood)[1];
	}

	@Test
	void weightsScaleAndLimitsAreKept() {
		final float[] gradMean = { 9, 9, 9 }, gradLogVariance = { 9, 9, 9 };
		final double loss = likelihood.evaluate(new float[] { 1, Float.NaN, 3 }, new float[] { 0, 0, 1 }, new float[3],
			new float[] { 1, 0, 0.5f }, 1, 3, new float[] { 1, 0, 2 }, 0.1, gradMean, gradLogVariance);
		assertEquals(0.5 * 0.5 * 4 / 2, loss, 1e-12);
		assertEquals(9, gradMean[0]);
		assertEquals(0, gradMean[1]);
		assertEquals(0, gradLogVariance[1]);
		assertEquals(-0.1 * 0.5 * 2 / 2, gradMean[2], 1e-7);
	}
}
