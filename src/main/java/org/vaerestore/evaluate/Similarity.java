package org.vaerestore.evaluate;

/**
 * Structural similarity of two planes, over uniform windows.
 *
 * @param width of the planes in pixels
 * @param height of the planes in pixels
 * @param range largest value that a pixel can have
 */
record Similarity(int width, int height, double range) {

	static final int WINDOW = 7;

	private static final double K1 = 0.01, K2 = 0.03;

	/** Returns the mean over all windows within the planes that hold finite numbers only, NaN if there are none. */
	double mean(final double[] image, final double[] reference) {
		if (width < WINDOW || height < WINDOW) return Double.NaN;
		// column sums of: image, reference, image², reference², image x reference
		final double[][] columns = new double[5][width];
		double sum = 0;
		long count = 0;
		for (int top = 0; top + WINDOW <= height; top++) {
			sumColumns(image, reference, top, columns);
			for (int left = 0; left + WINDOW <= width; left++) {
				final double similarity = similarity(columns, left);
				if (Double.isNaN(similarity)) continue;
				sum += similarity;
				count++;
			}
		}
		return count == 0 ? Double.NaN : sum / count;
	}

	private void sumColumns(final double[] image, final double[] reference, final int top, final double[][] columns) {
		for (int x = 0; x < width; x++) {
			double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
			for (int y = top; y < top + WINDOW; y++) {
				final double p = image[y * width + x], q = reference[y * width + x];
				a += p;
				b += q;
				aa += p * p;
				bb += q * q;
				ab += p * q;
			}
			columns[0][x] = a;
			columns[1][x] = b;
			columns[2][x] = aa;
			columns[3][x] = bb;
			columns[4][x] = ab;
		}
	}

	private double similarity(final double[][] columns, final int left) {
		final double n = WINDOW * WINDOW;
		final double a = sum(columns[0], left) / n, b = sum(columns[1], left) / n;
		final double sample = n / (n - 1);
		final double varianceA = sample * (sum(columns[2], left) / n - a * a);
		final double varianceB = sample * (sum(columns[3], left) / n - b * b);
		final double covariance = sample * (sum(columns[4], left) / n - a * b);
		final double c1 = K1 * range * K1 * range, c2 = K2 * range * K2 * range;
		return (2 * a * b + c1) * (2 * covariance + c2) / ((a * a + b * b + c1) * (varianceA + varianceB + c2));
	}

	private static double sum(final double[] column, final int left) {
		double sum = 0;
		for (int x = left; x < left + WINDOW; x++) sum += column[x];
		return sum;
	}
}
