package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianLikelihoodTest {

	@Test
	void agreesWithTheNormalDistribution() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int i = 0; i < 200; i++) {
			final Pixel pixel = Pixel.random(random);
			final double deviation = Math.sqrt(Math.exp(pixel.logVariance()) + pixel.extraVariance());
			final double expected = -new NormalDistribution(null, pixel.mean(), deviation).logDensity(pixel.target());
			assertEquals(expected, pixel.loss(new GaussianLikelihood()), 1e-9 * Math.abs(expected) + 1e-9);
		}
	}

	@Test
	void gradientsAgreeWithDifferences() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int i = 0; i < 200; i++)
			Pixel.random(random).checkGradients(new GaussianLikelihood());
	}

	@Test
	void weightsScaleAndLimitsAreKept() {
		final float[] target = { 1, 2, Float.NaN, 4, 5 };
		final float[] mean = { 0, 2.5f, Float.NaN, 3, 0 };
		final float[] logVariance = { 0, 0.5f, Float.NaN, -1, 0 };
		final float[] weight = { 1, 2, 0, 0.5f, 1 };
		final float[] gradMean = { 9, 9, 9, 9, 9 };
		final float[] gradLogVariance = { 9, 9, 9, 9, 9 };
		final double loss = new GaussianLikelihood().evaluate(target, mean, logVariance, weight, 1, 4,
			new float[] { 0.25f, 0.25f, 0.25f, 0.25f, 0.25f }, 0.1, gradMean,
			gradLogVariance);
		final Pixel second = new Pixel(2, 2.5f, 0.5f, 0.25);
		final Pixel fourth = new Pixel(4, 3, -1, 0.25);
		assertEquals(2 * second.loss(new GaussianLikelihood()) + 0.5 * fourth.loss(new GaussianLikelihood()), loss, 1e-12);
		assertEquals(9, gradMean[0]);
		assertEquals(0, gradMean[2]);
		assertEquals(0, gradLogVariance[2]);
		assertEquals(9, gradLogVariance[4]);
		assertEquals(0.1 * 2 * second.gradients(new GaussianLikelihood())[0], gradMean[1], 1e-7);
		assertEquals(0.1 * 0.5 * fourth.gradients(new GaussianLikelihood())[1], gradLogVariance[3], 1e-7);
	}
}
