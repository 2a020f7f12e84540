package org.vaerestore.vae.noise;

/**
 * The signal is the mean of what may have been observed, however widely that spreads: its squared error counts alone, in
 * units of an error that was to be expected, and the predicted variance follows it.
 * <p>
 * Under the likelihood of a normal distribution, pixels that are hard to predict count less the larger their predicted
 * variance is, and are learned last (Seitzer et al., ICLR 2022). Here the gradient of the mean is that of half the squared
 * error; that of the log-variance is the normal distribution's, weakened and bounded, so that variances follow slowly and
 * outliers don't tear at what both have in common.
 * </p>
 */
public final class SquaredError implements Likelihood {

	private static final double VARIANCE_RATE = 0.1, STEEPEST = 2;

	/**
	 * Returns half the weighted squared errors; see {@link Likelihood#evaluate}.
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
			final double w = weight[i];
			if (w == 0) {
				gradMean[i] = 0;
				gradLogVariance[i] = 0;
				continue;
			}
			final double residual = target[i] - (double) mean[i], squared = residual * residual;
			sum += w * 0.5 * squared / extraVariance[i];
			gradMean[i] = (float) (-scale * w * residual / extraVariance[i]);
			gradLogVariance[i] = (float) (scale * w * VARIANCE_RATE * Math.max(-STEEPEST, 0.5 * (1 - squared * Math.exp(
				-logVariance[i]))));
		}
		return sum;
	}
}
