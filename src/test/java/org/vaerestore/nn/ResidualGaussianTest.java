package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualGaussianTest {

	private static final int POSITIONS = 7;
	private static final int CHANNELS = 3;
	private static final double BETA = 0.7;
	private static final double ENTROPY = 0.2;

	private final SplittableRandom random = new SplittableRandom(5);
	private final ResidualGaussian gaussian = new ResidualGaussian(CHANNELS);
	private final float[] prior = normal(2 * POSITIONS * CHANNELS);
	private final float[] difference = normal(2 * POSITIONS * CHANNELS);
	private final float[] noise = normal(POSITIONS * CHANNELS);
	private final float[] weights = normal(POSITIONS * CHANNELS);

	/** KL of two Gaussians by numerical integration of q log(q / p). */
	@Test
	void divergenceEqualsTheIntegral() {
		final float[] p = { 0.3f, 0.8f };
		final float[] d = { -0.5f, -1.1f };
		final double computed = new ResidualGaussian(1).samplePosterior(p, d, 0, 1, new float[1], new float[1]);
		final double meanP = 0.3;
		final double deviationP = Math.exp(0.5 * ResidualGaussian.bounded(0.8f));
		final double meanQ = 0.3 - 0.5;
		final double deviationQ = Math.exp(0.5 * ResidualGaussian.bounded(0.8f - 1.1f));
		double integral = 0;
		final double dx = 1e-3;
		for (double x = -12; x < 12; x += dx) {
			final double q = density(x, meanQ, deviationQ);
			if (q > 1e-300) integral += q * (Math.log(q) - Math.log(density(x, meanP, deviationP))) * dx;
		}
		assertEquals(integral, computed, 1e-4);
	}

	@Test
	void aPosteriorThatSaysNothingCostsNothing() {
		assertEquals(0, gaussian.samplePosterior(prior, new float[prior.length], 0, POSITIONS, noise, new float[noise.length]),
			1e-6);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void posteriorGradients(final boolean relative) {
		final ResidualGaussian either = new ResidualGaussian(CHANNELS, relative);
		final float[] priorGradient = new float[prior.length];
		final float[] differenceGradient = new float[prior.length];
		either.samplePosteriorGradient(prior, difference, 0, POSITIONS, noise, weights, BETA, ENTROPY, priorGradient,
			differenceGradient);
		for (int i = 0; i < prior.length; i++) {
			assertClose(numeric(either, prior, i), priorGradient[i]);
			assertClose(numeric(either, difference, i), differenceGradient[i]);
		}
	}

	/** A difference of means in standard deviations of the prior is the same distribution as one in its own units. */
	@Test
	void differencesMayCountInStandardDeviationsOfThePrior() {
		final float[] absolute = difference.clone(), z = new float[noise.length], expected = new float[noise.length];
		for (int i = 0; i < POSITIONS * CHANNELS; i++) {
			final int at = i / CHANNELS * 2 * CHANNELS + i % CHANNELS;
			absolute[at] *= (float) Math.exp(0.5 * ResidualGaussian.bounded(prior[at + CHANNELS]));
		}
		final ResidualGaussian relative = new ResidualGaussian(CHANNELS, true);
		assertEquals(gaussian.samplePosterior(prior, absolute, 0, POSITIONS, noise, expected), relative.samplePosterior(prior,
			difference, 0, POSITIONS, noise, z), 1e-4);
		assertArrayEquals(expected, z, 1e-5f);
		assertEquals(gaussian.posteriorMean(prior[0], prior[CHANNELS], absolute[0]), relative.posteriorMean(prior[0], prior[CHANNELS],
			difference[0]), 1e-6);
	}

	@Test
	void priorGradients() {
		final float[] gradient = new float[prior.length];
		gaussian.samplePriorGradient(prior, 0, POSITIONS, noise, 0.6f, weights, gradient);
		for (int i = 0; i < prior.length; i++) {
			final float value = prior[i];
			final float h = 1e-2f;
			prior[i] = value + h;
			final double above = priorLoss();
			prior[i] = value - h;
			final double below = priorLoss();
			prior[i] = value;
			assertClose((above - below) / (2 * h), gradient[i]);
		}
	}

	@Test
	void extremeRawVariancesStayFinite() {
		final float[] wild = { 1e6f, -1e6f };
		final float[] z = new float[1];
		final double divergence = new ResidualGaussian(1).samplePosterior(new float[] { 0, -1e6f }, new float[] { 3, 2e6f },
			0, 1, new float[] { 4 }, z);
		new ResidualGaussian(1).samplePrior(wild, 0, 1, new float[] { 4 }, 1, new float[1]);
		assertTrue(Double.isFinite(divergence) && Float.isFinite(z[0]), divergence + " " + z[0]);
	}

	private double priorLoss() {
		final float[] z = new float[noise.length];
		gaussian.samplePrior(prior, 0, POSITIONS, noise, 0.6f, z);
		return dot(z);
	}

	private double numeric(final ResidualGaussian gaussian, final float[] array, final int i) {
		final float value = array[i];
		final float h = 1e-2f;
		array[i] = value + h;
		final double above = posteriorLoss(gaussian);
		array[i] = value - h;
		final double below = posteriorLoss(gaussian);
		array[i] = value;
		return (above - below) / (2 * h);
	}

	/** Weighted latents + beta * KL - entropy weight * entropy, the entropy from its definition. */
	private double posteriorLoss(final ResidualGaussian gaussian) {
		final float[] z = new float[noise.length];
		final double divergence = gaussian.samplePosterior(prior, difference, 0, POSITIONS, noise, z);
		double entropy = 0;
		for (int position = 0; position < POSITIONS; position++)
			for (int c = 0; c < CHANNELS; c++) {
				final int i = position * 2 * CHANNELS + CHANNELS + c;
				entropy += 0.5 * Math.log(2 * Math.PI * Math.E * Math.exp(ResidualGaussian.bounded(prior[i] + difference[i])));
			}
		return dot(z) + BETA * divergence - ENTROPY * entropy;
	}

	private double dot(final float[] z) {
		double sum = 0;
		for (int i = 0; i < z.length; i++)
			sum += (double) z[i] * weights[i];
		return sum;
	}

	private static void assertClose(final double numeric, final double analytic) {
		assertEquals(numeric, analytic, 1e-2 * Math.max(0.3, Math.abs(numeric)));
	}

	private static double density(final double x, final double mean, final double deviation) {
		final double d = (x - mean) / deviation;
		return Math.exp(-0.5 * d * d) / (deviation * Math.sqrt(2 * Math.PI));
	}

	private float[] normal(final int length) {
		final float[] values = new float[length];
		for (int i = 0; i < length; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}
}
