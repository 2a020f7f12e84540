package org.vaerestore.vae.noise;

/**
 * A normal distribution whose standard deviation is one share of what is to be expected of a picture, whatever the network
 * says of a pixel's variance.
 * <p>
 * A variance of its own for each pixel explains what neighbours have in common, and the latents are left with nothing to
 * tell; one scale leaves that to them.
 * </p>
 *
 * @param share of the standard deviation to be expected
 */
public record OneScale(double share) implements Likelihood {

	private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

	/**
	 * See {@link Likelihood#evaluate}.
	 *
	 * @param extraVariance squared error to be expected of each pixel, more than 0
	 */
	@Override
	public double evaluate(final float[] target, final float[] mean, final float[] logVariance, final float[] weight,
		final int from, final int to, final float[] extraVariance, final double scale, final float[] gradMean,
		final float[] gradLogVariance)
	{
		double sum = 0;
		for (int i = from; i < to; i++) {
			gradLogVariance[i] = 0;
			gradMean[i] = 0;
			final double w = weight[i];
			if (w == 0) continue;
			final double residual = target[i] - (double) mean[i], variance = share * share * extraVariance[i];
			sum += w * 0.5 * (LOG_TWO_PI + Math.log(variance) + residual * residual / variance);
			gradMean[i] = (float) (-scale * w * residual / variance);
		}
		return sum;
	}
}
