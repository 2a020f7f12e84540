package org.vaerestore.vae.noise;

/** The observed value is normally distributed about the predicted signal. */
public final class GaussianLikelihood implements Likelihood {

	private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

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
			final double residual = target[i] - (double) mean[i];
			final double predicted = Math.exp(logVariance[i]);
			final double precision = 1 / (predicted + extraVariance[i]);
			final double squared = residual * residual * precision;
			sum += w * 0.5 * (LOG_TWO_PI - Math.log(precision) + squared);
			gradMean[i] = (float) (-scale * w * residual * precision);
			gradLogVariance[i] = (float) (scale * w * 0.5 * predicted * precision * (1 - squared));
		}
		return sum;
	}
}
