package org.vaerestore.train;

/** The correlation of neighbouring rows of values on grids, over all of their dimensions, each in units of its own. */
final class NeighbourCorrelation {

	private final double[] sums;
	private final double[] squares;
	private final double[] products;
	private final double[] pairSums;
	private long count;
	private long pairs;

	/**
	 * @param dimensions of a row
	 */
	NeighbourCorrelation(final int dimensions) {
		sums = new double[dimensions];
		squares = new double[dimensions];
		products = new double[dimensions];
		pairSums = new double[dimensions];
	}

	/**
	 * Adds square grids.
	 *
	 * @param rows of one grid after the other, each row by row
	 * @param side of each grid
	 */
	void add(final double[][] rows, final int side) {
		for (int i = 0; i < rows.length; i++) {
			count++;
			for (int d = 0; d < sums.length; d++) {
				sums[d] += rows[i][d];
				squares[d] += rows[i][d] * rows[i][d];
			}
			if (i % side < side - 1) pair(rows[i], rows[i + 1]);
			if (i / side % side < side - 1) pair(rows[i], rows[i + side]);
		}
	}

	private void pair(final double[] one, final double[] other) {
		pairs++;
		for (int d = 0; d < one.length; d++) {
			products[d] += one[d] * other[d];
			pairSums[d] += one[d] + other[d];
		}
	}

	/** Returns the mean over dimensions that vary; 0 if none does, or nothing has neighbours. */
	double mean() {
		double sum = 0;
		int varying = 0;
		for (int d = 0; d < sums.length && pairs > 0; d++) {
			final double mean = sums[d] / count, variance = squares[d] / count - mean * mean;
			if (!(variance > 0)) continue;
			sum += (products[d] / pairs - mean * pairSums[d] / pairs + mean * mean) / variance;
			varying++;
		}
		return varying == 0 ? 0 : sum / varying;
	}
}
