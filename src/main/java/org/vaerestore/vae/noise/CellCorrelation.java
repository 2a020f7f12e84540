package org.vaerestore.vae.noise;

/**
 * What is left of noise within square cells once their means are taken away, if its correlation falls with distance like
 * a Gaussian, as that of noise that went through a lens or an interpolation: to {@code r^(x * x + y * y)} at x, y pixels.
 * <p>
 * Tiles are held for flat by the means of their cells. What is within cells is independent of these, so that it tells
 * the correlation without the bias of that choice.
 * </p>
 *
 * @param side of a cell in pixels, at least 2
 */
record CellCorrelation(int side) {

	private static final double MOST = 0.9;
	private static final int HALVINGS = 40;

	/** Returns the share of the variance that is within cells, for a correlation of neighbours. */
	double share(final double correlation) {
		final double mean = ofMean(correlation);
		return 1 - mean * mean;
	}

	/**
	 * Returns the correlation of neighbours, from 0 to {@value #MOST}.
	 *
	 * @param within covariance of neighbours within cells, relative to the variance within cells
	 */
	double correlation(final double within) {
		if (!(within > within(0))) return 0;
		double low = 0, high = MOST;
		for (int i = 0; i < HALVINGS; i++) {
			final double middle = (low + high) / 2;
			if (within(middle) < within) low = middle;
			else high = middle;
		}
		return (low + high) / 2;
	}

	/** Returns what {@link #correlation} inverts; it rises. */
	double within(final double correlation) {
		final double mean = ofMean(correlation);
		double atPairs = 0;
		for (int i = 0; i + 1 < side; i++)
			atPairs += (withMean(i, correlation) + withMean(i + 1, correlation)) / (2 * (side - 1));
		return (correlation - 2 * atPairs * mean + mean * mean) / share(correlation);
	}

	/** Returns the variance of the mean of a row of a cell. */
	private double ofMean(final double correlation) {
		double sum = 0;
		for (int i = 0; i < side; i++)
			sum += withMean(i, correlation);
		return sum / side;
	}

	/** Returns the covariance of a pixel of a row with the row's mean. */
	private double withMean(final int i, final double correlation) {
		double sum = 0;
		for (int k = 0; k < side; k++)
			sum += Math.pow(correlation, (double) (i - k) * (i - k));
		return sum / side;
	}
}
