package org.vaerestore.vae.noise;

/**
 * The likelihood of a normal distribution whose gradients are multiplied by a power of the variance (beta-NLL; Seitzer et
 * al., ICLR 2022): pixels that are hard to predict count more than under the likelihood itself, less than under squared
 * errors.
 *
 * @param beta power, from 0 (the likelihood) to 1 (the mean learns as from squared errors)
 */
public record BetaLikelihood(double beta) implements Likelihood {

	private static final GaussianLikelihood LIKELIHOOD = new GaussianLikelihood();

	/**
	 * Checks the value.
	 *
	 * @throws IllegalArgumentException if it is not from 0 to 1
	 */
	public BetaLikelihood {
		if (!(beta >= 0 && beta <= 1)) throw new IllegalArgumentException("beta is " + beta);
	}

	@Override
	public double evaluate(final float[] target, final float[] mean, final float[] logVariance, final float[] weight,
		final int from, final int to, final float[] extraVariance, final double scale, final float[] gradMean,
		final float[] gradLogVariance)
	{
		final double sum = LIKELIHOOD.evaluate(target, mean, logVariance, weight, from, to, extraVariance, scale, gradMean,
			gradLogVariance);
		for (int i = from; i < to; i++) {
			if (weight[i] == 0) continue;
			final double factor = Math.pow(Math.exp(logVariance[i]) + extraVariance[i], beta);
			gradMean[i] *= (float) factor;
			gradLogVariance[i] *= (float) factor;
		}
		return sum;
	}
}
