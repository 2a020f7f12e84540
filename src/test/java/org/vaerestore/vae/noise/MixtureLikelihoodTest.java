package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class MixtureLikelihoodTest {

	private static final PoissonGaussianNoise BASE = new PoissonGaussianNoise(2, 3);
	private final MixtureNoise noise = new MixtureNoise(BASE, new double[] { -2, 1.03, 7 }, new double[][] { { 0.2, 0.8,
		0 }, { 0.5, 0.25, 0.25 }, { 0.1, 0.3, 0.6 } }, new double[][] { { 2, -0.5, 0 }, { 0.5, -0.5, -0.5 }, { 3, 1, -1 } },
		new double[][] { { 1, 0.5, 1 }, { 0.7, 1.2, 2 }, { 1, 1, 0.3 } });

	@Test
	void agreesWithTheDensityWrittenOut() {
		final SplittableRandom random = new SplittableRandom(15);
		final double offset = 3;
		final double scale = 2;
		final Likelihood likelihood = new MixtureLikelihood(noise, offset, scale);
		for (int i = 0; i < 300; i++) {
			final Pixel pixel = Pixel.random(random);
			final double signal = pixel.mean() * scale + offset;
			final double upper = signal <= -2 ? 0 : signal < 1.03 ? (signal + 2) / 3.03 : signal < 7 ? (signal - 1.03) / 5.97
				: 1;
			final int knot = signal < 1.03 ? 0 : 1;
			double density = 0;
			for (int k = 0; k < 3; k++)
				density += (1 - upper) * component(knot, k, pixel, signal, offset, scale) + upper * component(knot + 1, k,
					pixel, signal, offset, scale);
			assertEquals(-Math.log(density), pixel.loss(likelihood), 1e-6 * Math.abs(Math.log(density)) + 1e-6);
		}
	}

	private double component(final int knot, final int k, final Pixel pixel, final double signal, final double offset,
		final double scale)
	{
		final double deviation = noise.deviations()[knot][k];
		final double variance = deviation * deviation + Math.exp(pixel.logVariance()) * scale * scale;
		return noise.weights()[knot][k] * scale * new NormalDistribution(null, signal + noise.shifts()[knot][k], Math.sqrt(
			variance)).density(pixel.target() * scale + offset);
	}

	@Test
	void gradientsAgreeWithDifferences() {
		final SplittableRandom random = new SplittableRandom(16);
		for (int i = 0; i < 300; i++)
			Pixel.random(random).checkGradients(new MixtureLikelihood(noise, 0.013, 1.31));
	}

	@Test
	void oneStandardComponentIsTheGaussian() {
		final MixtureNoise plain = new MixtureNoise(BASE, new double[] { 0 }, new double[][] { { 1 } }, new double[][] { {
			0 } }, new double[][] { { 1 } });
		final SplittableRandom random = new SplittableRandom(17);
		for (int i = 0; i < 100; i++) {
			final Pixel pixel = Pixel.random(random);
			final Pixel noisy = new Pixel(pixel.target(), pixel.mean(), pixel.logVariance(), 0.25);
			assertEquals(noisy.loss(new GaussianLikelihood()), pixel.loss(new MixtureLikelihood(plain, 5, 2)), 1e-9);
		}
	}

	@Test
	void farOutliersStayFinite() {
		final Pixel far = new Pixel(1e6f, 0, -10, 0);
		final Likelihood likelihood = new MixtureLikelihood(noise, 0, 1);
		assertTrue(Double.isFinite(far.loss(likelihood)));
		assertTrue(Float.isFinite(far.gradients(likelihood)[0]) && Float.isFinite(far.gradients(likelihood)[1]));
		assertTrue(far.gradients(likelihood)[0] < 0);
	}

	@Test
	void weightsAndLimitsAreKept() {
		final Likelihood likelihood = new MixtureLikelihood(noise, 0, 1);
		final float[] gradMean = { 9, 9, 9 };
		final float[] gradLogVariance = { 9, 9, 9 };
		final double loss = likelihood.evaluate(new float[] { 1, Float.NaN, 3 }, new float[] { 0, 0, 0 }, new float[3],
			new float[] { 2, 0, 1 }, 0, 2, new float[3], 0.5, gradMean, gradLogVariance);
		final Pixel first = new Pixel(1, 0, 0, 0);
		assertEquals(2 * first.loss(likelihood), loss, 1e-12);
		assertEquals(first.gradients(likelihood)[0], gradMean[0], 1e-7);
		assertEquals(first.gradients(likelihood)[1], gradLogVariance[0], 1e-7);
		assertEquals(0, gradMean[1]);
		assertEquals(9, gradMean[2]);
	}
}
