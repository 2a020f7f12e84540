package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class OneScaleTest {

	private static final float STEP = 1f / 256;

	private final Likelihood likelihood = new OneScale(0.2);

	@Test
	void isANormalDistributionOfAGivenWidth() {
		final SplittableRandom random = new SplittableRandom(6);
		for (int i = 0; i < 200; i++) {
			final Pixel any = Pixel.random(random);
			final Pixel pixel = new Pixel(any.target(), any.mean(), any.logVariance(), any.extraVariance() + 0.5);
			final double expected = -new NormalDistribution(pixel.mean(), 0.2 * Math.sqrt(pixel.extraVariance())).logDensity(pixel
				.target());
			assertEquals(expected, pixel.loss(likelihood), 1e-6 * Math.abs(expected) + 1e-6);
			final double slope = (moved(pixel, STEP).loss(likelihood) - moved(pixel, -STEP).loss(likelihood)) / (2 * STEP);
			assertEquals(slope, pixel.gradients(likelihood)[0], 1e-3 * Math.abs(slope) + 1e-3);
			assertEquals(0, pixel.gradients(likelihood)[1], "what the network says of a pixel's variance doesn't count");
		}
	}

	private static Pixel moved(final Pixel pixel, final float by) {
		return new Pixel(pixel.target(), pixel.mean() + by, pixel.logVariance(), pixel.extraVariance());
	}

	@Test
	void pixelsWithoutWeightAreNotLookedAt() {
		final float[] gradMean = { 9, 9 }, gradLogVariance = { 9, 9 };
		assertEquals(0, likelihood.evaluate(new float[] { Float.NaN, 1 }, new float[2], new float[2], new float[2], 0, 1, new float[2],
			1, gradMean, gradLogVariance));
		assertEquals(0, gradMean[0]);
		assertEquals(9, gradMean[1]);
	}
}
