package org.vaerestore.vae.density;

/**
 * Takes rows to mean 0 and standard deviation 1 in each dimension, and components back.
 *
 * @param center of each dimension
 * @param spread of each dimension; a constant one gets a thousandth, small against the unit scale of latent variables
 */
record Scaling(double[] center, double[] spread) {

	private static final double LEAST = 1e-3;

	static Scaling of(final double[][] rows) {
		final double[] center = Moments.mean(rows);
		final double[] spread = new double[center.length];
		for (int i = 0; i < spread.length; i++) {
			double squares = 0;
			for (final double[] row : rows)
				squares += (row[i] - center[i]) * (row[i] - center[i]);
			spread[i] = rows.length == 1 ? 1 : Math.max(Math.sqrt(squares / rows.length), LEAST);
		}
		return new Scaling(center, spread);
	}

	int dimensions() {
		return center.length;
	}

	double[][] standardised(final double[][] rows) {
		final double[][] result = new double[rows.length][center.length];
		for (int r = 0; r < rows.length; r++)
			for (int i = 0; i < center.length; i++)
				result[r][i] = (rows[r][i] - center[i]) / spread[i];
		return result;
	}

	Component[] restored(final Component[] components) {
		final Component[] result = new Component[components.length];
		for (int k = 0; k < result.length; k++) {
			final double[] mean = components[k].mean();
			final double[][] covariance = components[k].covariance();
			for (int i = 0; i < mean.length; i++) {
				mean[i] = center[i] + spread[i] * mean[i];
				for (int j = 0; j < mean.length; j++)
					covariance[i][j] *= spread[i] * spread[j];
			}
			result[k] = new Component(components[k].weight(), mean, covariance);
		}
		return result;
	}
}
