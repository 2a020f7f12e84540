package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * The observed value scatters about the predicted signal as a {@link MixtureNoise} says, broadened by the predicted
 * variance.
 * <p>
 * The noise of the observation is that of the mixture; {@code extraVariance} is ignored. The gradient by the mean takes
 * into account that the shape of the noise changes with the signal.
 * </p>
 */
public final class MixtureLikelihood implements Likelihood {

	private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

	private final double[] knots;
	private final double[][] weights;
	private final double[][] shifts;
	private final double[][] variances;

	/**
	 * Makes the likelihood for a network whose units are {@code (stabilised value - offset) / scale}.
	 *
	 * @param noise the mixture, in stabilised units
	 * @param offset stabilised value that is 0 in units of the network
	 * @param scale stabilised units per unit of the network, more than 0
	 */
	public MixtureLikelihood(final MixtureNoise noise, final double offset, final double scale) {
		if (!(scale > 0)) throw new IllegalArgumentException("scale is " + scale);
		knots = Arrays.stream(noise.knots()).map(knot -> (knot - offset) / scale).toArray();
		weights = noise.weights();
		shifts = noise.shifts();
		variances = noise.deviations();
		for (int i = 0; i < knots.length; i++)
			for (int k = 0; k < weights[i].length; k++) {
				shifts[i][k] /= scale;
				variances[i][k] = variances[i][k] * variances[i][k] / (scale * scale);
			}
	}

	@Override
	public double evaluate(final float[] target, final float[] mean, final float[] logVariance, final float[] weight,
		final int from, final int to, final float[] extraVariance, final double scale, final float[] gradMean,
		final float[] gradLogVariance)
	{
		final Pixel pixel = new Pixel();
		double sum = 0;
		for (int i = from; i < to; i++) {
			final double w = weight[i];
			if (w == 0) {
				gradMean[i] = 0;
				gradLogVariance[i] = 0;
				continue;
			}
			sum += w * pixel.evaluate(target[i], mean[i], Math.exp(logVariance[i]));
			gradMean[i] = (float) (scale * w * pixel.byMean);
			gradLogVariance[i] = (float) (scale * w * pixel.byLogVariance);
		}
		return sum;
	}

	/** The work on one pixel after the other. */
	private final class Pixel {

		private final int components = weights[0].length;
		private final double[] exponents = new double[2 * components];
		private double byMean;
		private double byLogVariance;

		double evaluate(final double target, final double mean, final double predicted) {
			final int knot = lower(mean);
			final double gap = knot + 1 < knots.length ? knots[knot + 1] - knots[knot] : Double.POSITIVE_INFINITY;
			final double position = (mean - knots[knot]) / gap;
			final double upper = Math.min(1, Math.max(0, position));
			final double residual = target - mean;
			final double least = Math.min(exponents(knot, 0, 1 - upper, residual, predicted), exponents(Math.min(knot + 1,
				knots.length - 1), components, upper, residual, predicted));
			byMean = 0;
			byLogVariance = 0;
			final double atLower = density(knot, 0, 1 - upper, residual, predicted, least);
			final double atUpper = density(Math.min(knot + 1, knots.length - 1), components, upper, residual, predicted,
				least);
			final double density = (1 - upper) * atLower + upper * atUpper;
			final boolean between = position > 0 && position < 1;
			byMean = (byMean - (between ? (atUpper - atLower) / gap : 0)) / density;
			byLogVariance *= predicted / density;
			return HALF_LOG_TWO_PI + least - Math.log(density);
		}

		/** Sets half the squared distances of a knot's components, and returns the least one that counts. */
		private double exponents(final int knot, final int from, final double share, final double residual,
			final double predicted)
		{
			double least = Double.POSITIVE_INFINITY;
			for (int k = 0; k < components; k++) {
				final double distance = residual - shifts[knot][k];
				final double exponent = 0.5 * distance * distance / (variances[knot][k] + predicted);
				exponents[from + k] = exponent;
				if (share > 0 && weights[knot][k] > 0) least = Math.min(least, exponent);
			}
			return least;
		}

		/** Returns a knot's density and adds its part of the derivatives. */
		private double density(final int knot, final int from, final double share, final double residual,
			final double predicted, final double least)
		{
			double sum = 0;
			for (int k = 0; k < components; k++) {
				if (weights[knot][k] == 0) continue;
				final double variance = variances[knot][k] + predicted;
				final double density = weights[knot][k] / Math.sqrt(variance) * Math.exp(least - exponents[from + k]);
				if (density == 0) continue;
				sum += density;
				byMean -= share * density * (residual - shifts[knot][k]) / variance;
				byLogVariance += share * density * (0.5 - exponents[from + k]) / variance;
			}
			return sum;
		}

		private int lower(final double mean) {
			int low = 0;
			int high = knots.length - 1;
			while (high - low > 1) {
				final int middle = (low + high) >>> 1;
				if (knots[middle] <= mean) low = middle;
				else high = middle;
			}
			return low;
		}
	}
}
