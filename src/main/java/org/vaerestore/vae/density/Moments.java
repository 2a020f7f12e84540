package org.vaerestore.vae.density;

/** Means and covariances of rows. */
final class Moments {

	private Moments() {}

	static double[] mean(final double[][] rows) {
		final double[] mean = new double[rows[0].length];
		for (final double[] row : rows)
			for (int i = 0; i < mean.length; i++)
				mean[i] += row[i];
		for (int i = 0; i < mean.length; i++)
			mean[i] /= rows.length;
		return mean;
	}

	/**
	 * The one Gaussian of standardised rows.
	 * <p>
	 * Its covariance is drawn towards the unit matrix by the weight of one row, which matters for few rows alone, and has
	 * the variance of the jitter added, so that it is positive definite whatever the rows are.
	 * </p>
	 */
	static Component gaussian(final double[][] rows, final double jitter) {
		final double[] mean = mean(rows);
		final double[][] covariance = new double[mean.length][mean.length];
		for (final double[] row : rows)
			addOuter(row, mean, covariance);
		for (int i = 0; i < mean.length; i++) {
			for (int j = 0; j < mean.length; j++)
				covariance[i][j] /= rows.length;
			covariance[i][i] += 1.0 / rows.length + jitter * jitter;
		}
		return new Component(1, mean, covariance);
	}

	/** Adds the outer product of a row's distance from the mean with itself; exactly symmetric. */
	static void addOuter(final double[] row, final double[] mean, final double[][] sum) {
		for (int i = 0; i < mean.length; i++)
			for (int j = 0; j < mean.length; j++)
				sum[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]);
	}
}
