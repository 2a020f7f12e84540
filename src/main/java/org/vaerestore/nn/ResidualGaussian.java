package org.vaerestore.nn;

/**
 * Prior and posterior of one latent level: diagonal Gaussians, the posterior given relative to the prior.
 * <p>
 * For each latent value the network gives the prior's mean and raw log-variance, and the posterior's difference to
 * both (Vahdat and Kautz, NVAE, NeurIPS 2020, section 3.2): a posterior head that says nothing then equals the prior. Raw
 * log-variances r become r / (1 + |r| / {@value #BOUND}), so that no variance leaves exp(-{@value #BOUND}) to
 * exp({@value #BOUND}).
 * </p>
 * <p>
 * Sampling, divergence and their gradients are one pass over plain arrays: a dozen element-wise ND4J operations would each
 * cost as much as the whole of it. Arrays have the layout [position, 2 * channels]: the means, then the raw log-variances of
 * a position.
 * </p>
 */
public final class ResidualGaussian {

	/** Limit of the absolute value of a log-variance. */
	public static final double BOUND = 8;

	private static final double LOG_TWO_PI_E = Math.log(2 * Math.PI * Math.E);

	private final int channels;
	private final boolean relative;

	/** Creates the functions of a level with so many latent channels, whose posterior's mean differs from the prior's as it says. */
	public ResidualGaussian(final int channels) {
		this(channels, false);
	}

	/**
	 * Creates the functions of a level.
	 *
	 * @param channels latent channels
	 * @param relative whether differences of means count in standard deviations of the prior: where the prior becomes narrow, the
	 *          divergence of a posterior that isn't doesn't explode then
	 */
	public ResidualGaussian(final int channels, final boolean relative) {
		this.channels = channels;
		this.relative = relative;
	}

	/**
	 * Draws from the prior: mean + temperature * standard deviation * noise.
	 *
	 * @param prior [from..to, 2 * channels]
	 * @param from first position
	 * @param to position after the last
	 * @param noise standard normal values [from..to, channels]; not read if the temperature is 0
	 * @param temperature 1 for a sample, 0 for the mean
	 * @param z takes the latent values [from..to, channels]
	 */
	public void samplePrior(final float[] prior, final int from, final int to, final float[] noise,
		final float temperature, final float[] z)
	{
		for (int position = from; position < to; position++) {
			final int p = position * 2 * channels;
			final int o = position * channels;
			for (int c = 0; c < channels; c++) {
				final float mean = prior[p + c];
				z[o + c] = temperature == 0 ? mean : mean + temperature * noise[o + c] * (float) Math.exp(0.5 * bounded(prior[p +
					channels + c]));
			}
		}
	}

	/** Gradient of {@link #samplePrior}: writes that of the prior, given that of the latent values. */
	public void samplePriorGradient(final float[] prior, final int from, final int to, final float[] noise,
		final float temperature, final float[] zGradient, final float[] priorGradient)
	{
		for (int position = from; position < to; position++) {
			final int p = position * 2 * channels;
			final int o = position * channels;
			for (int c = 0; c < channels; c++) {
				final float raw = prior[p + channels + c];
				final float g = zGradient[o + c];
				priorGradient[p + c] = g;
				priorGradient[p + channels + c] = temperature == 0 ? 0 : (float) (0.5 * g * temperature * noise[o + c] * Math
					.exp(0.5 * bounded(raw)) * slope(raw));
			}
		}
	}

	/**
	 * Draws from the posterior by reparameterization (Kingma and Welling, ICLR 2014).
	 *
	 * @param prior [from..to, 2 * channels]
	 * @param difference posterior minus prior [0..to-from, 2 * channels]
	 * @param from first position in {@code prior}, {@code noise} and {@code z}
	 * @param to position after the last
	 * @param noise standard normal values [from..to, channels]
	 * @param z takes the latent values [from..to, channels]
	 * @return the sum of the Kullback-Leibler divergences of the posterior from the prior, in nats
	 */
	public double samplePosterior(final float[] prior, final float[] difference, final int from, final int to,
		final float[] noise, final float[] z)
	{
		double divergence = 0;
		for (int position = from; position < to; position++) {
			final int p = position * 2 * channels;
			final int d = (position - from) * 2 * channels;
			final int o = position * channels;
			double sum = 0;
			for (int c = 0; c < channels; c++) {
				final double shift = difference[d + c];
				final double priorLog = bounded(prior[p + channels + c]);
				final double log = bounded(prior[p + channels + c] + difference[d + channels + c]);
				final double deviation = Math.exp(0.5 * log);
				z[o + c] = (float) (prior[p + c] + (relative ? shift * Math.exp(0.5 * priorLog) : shift) + deviation * noise[o + c]);
				sum += priorLog - log + deviation * deviation * Math.exp(-priorLog) + shift * shift * (relative ? 1 : Math.exp(
					-priorLog)) - 1;
			}
			divergence += 0.5 * sum;
		}
		return divergence;
	}

	/**
	 * Gradient of {@link #samplePosterior}'s latent values, divergence and entropy.
	 *
	 * @param zGradient gradient of the loss with respect to the latent values [from..to, channels]
	 * @param divergenceWeight factor of the divergence in the loss
	 * @param entropyWeight factor of the posterior's entropy in the negative loss
	 * @param priorGradient takes the gradient of the prior [from..to, 2 * channels]
	 * @param differenceGradient takes the gradient of the difference [0..to-from, 2 * channels]
	 */
	public void samplePosteriorGradient(final float[] prior, final float[] difference, final int from, final int to,
		final float[] noise, final float[] zGradient, final double divergenceWeight, final double entropyWeight,
		final float[] priorGradient, final float[] differenceGradient)
	{
		for (int position = from; position < to; position++) {
			final int p = position * 2 * channels;
			final int d = (position - from) * 2 * channels;
			final int o = position * channels;
			for (int c = 0; c < channels; c++) {
				final double shift = difference[d + c];
				final float priorRaw = prior[p + channels + c];
				final float raw = priorRaw + difference[d + channels + c];
				final double log = bounded(raw);
				final double deviation = Math.exp(0.5 * log);
				final double priorPrecision = Math.exp(-bounded(priorRaw));
				final double g = zGradient[o + c];
				final double logGradient = 0.5 * (g * deviation * noise[o + c] + divergenceWeight * (deviation * deviation *
					priorPrecision - 1) - entropyWeight);
				// In standard deviations of the prior, a difference moves the latent value by as much as that is, and costs the same.
				final double moved = relative ? Math.exp(0.5 * bounded(priorRaw)) : 1, shiftPrecision = relative ? 1 : priorPrecision;
				final double priorLogGradient = 0.5 * divergenceWeight * (1 - (deviation * deviation + (relative ? 0 : shift * shift)) *
					priorPrecision) + (relative ? 0.5 * g * moved * shift : 0);
				final double rawGradient = logGradient * slope(raw);
				priorGradient[p + c] = (float) g;
				priorGradient[p + channels + c] = (float) (priorLogGradient * slope(priorRaw) + rawGradient);
				differenceGradient[d + c] = (float) (g * moved + divergenceWeight * shift * shiftPrecision);
				differenceGradient[d + channels + c] = (float) rawGradient;
			}
		}
	}

	/** Returns the mean of the posterior of a latent value, given the prior's parameters and the difference of the means. */
	public double posteriorMean(final float priorMean, final float priorRaw, final float shift) {
		return priorMean + (relative ? shift * Math.exp(0.5 * bounded(priorRaw)) : shift);
	}

	/** Returns the sum of the posterior's entropies in nats; arguments as in {@link #samplePosterior}. */
	public double posteriorEntropy(final float[] prior, final float[] difference, final int from, final int to) {
		double sum = 0;
		for (int position = from; position < to; position++)
			for (int c = 0; c < channels; c++)
				sum += 0.5 * (LOG_TWO_PI_E + bounded(prior[(2 * position + 1) * channels + c] + difference[(2 * (position -
					from) + 1) * channels + c]));
		return sum;
	}

	/** Returns the log-variance of a raw one. */
	static double bounded(final float raw) {
		return raw / (1 + Math.abs(raw) / BOUND);
	}

	private static double slope(final float raw) {
		final double s = 1 + Math.abs(raw) / BOUND;
		return 1 / (s * s);
	}
}
