package org.vaerestore.vae.noise;

/**
 * Mixtures at knots and how well they explain the pairs they were fitted to; arrays are {@code [knot][component]}.
 *
 * @param weights of the components
 * @param shifts of their means from the signal
 * @param variances of the components
 * @param logLikelihood mean log-density of a pair's residual, in nats
 */
record KnotMixtures(double[][] weights, double[][] shifts, double[][] variances, double logLikelihood) {

	MixtureNoise noise(final PoissonGaussianNoise base, final double[] knots) {
		final double[][] deviations = new double[variances.length][];
		for (int j = 0; j < deviations.length; j++) {
			deviations[j] = variances[j].clone();
			for (int k = 0; k < deviations[j].length; k++)
				deviations[j][k] = Math.sqrt(deviations[j][k]);
		}
		return new MixtureNoise(base, knots, weights, shifts, deviations);
	}
}
