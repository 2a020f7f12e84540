package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

/** One observation and its prediction. */
record Pixel(float target, float mean, float logVariance, double extraVariance) {

	/** Exact in single precision, and small enough for a central difference. */
	private static final float STEP = 1f / 1024;

	/** Returns a pixel whose numbers are multiples of the step, so that adding a step rounds nothing. */
	static Pixel random(final SplittableRandom random) {
		return new Pixel(multiple(random, 6), multiple(random, 6), multiple(random, 4), random.nextInt(3) / 2.0);
	}

	double loss(final Likelihood likelihood) {
		return likelihood.evaluate(new float[] { target }, new float[] { mean }, new float[] { logVariance },
			new float[] { 1 }, 0, 1, new float[] { (float) extraVariance }, 1, new float[1], new float[1]);
	}

	float[] gradients(final Likelihood likelihood) {
		final float[] gradMean = new float[1];
		final float[] gradLogVariance = new float[1];
		likelihood.evaluate(new float[] { target }, new float[] { mean }, new float[] { logVariance }, new float[] { 1 }, 0,
			1, new float[] { (float) extraVariance }, 1, gradMean, gradLogVariance);
		return new float[] { gradMean[0], gradLogVariance[0] };
	}

	void checkGradients(final Likelihood likelihood) {
		final float[] gradients = gradients(likelihood);
		final double byMean = (moved(STEP, 0).loss(likelihood) - moved(-STEP, 0).loss(likelihood)) / (2.0 * STEP);
		final double byLogVariance = (moved(0, STEP).loss(likelihood) - moved(0, -STEP).loss(likelihood)) / (2.0 * STEP);
		assertEquals(byMean, gradients[0], 1e-5 * (1 + Math.abs(byMean)), () -> "by the mean of " + this);
		assertEquals(byLogVariance, gradients[1], 1e-5 * (1 + Math.abs(byLogVariance)), () -> "by the variance of " + this);
	}

	private Pixel moved(final float byMean, final float byLogVariance) {
		return new Pixel(target, mean + byMean, logVariance + byLogVariance, extraVariance);
	}

	private static float multiple(final SplittableRandom random, final double reach) {
		return Math.round(random.nextDouble(-reach, reach) / STEP) * STEP;
	}
}
