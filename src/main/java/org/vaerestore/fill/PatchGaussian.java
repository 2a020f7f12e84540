package org.vaerestore.fill;

/**
 * The normal distribution of small square patches of a part of a plane, and what it says of hidden pixels of one, given
 * the visible ones.
 */
final class PatchGaussian {

	/** Variance that each pixel has of its own, as a share of the mean variance: keeps the inverse well conditioned. */
	private static final double RIDGE = 2e-3;
	/** What is added to the variance in any case, relative to the square of the values' size. */
	private static final double ROUNDING = 1e-9;

	private final int size;
	private final double[] mean;
	private final double[] precision;
	private final double variance;

	private PatchGaussian(final int size, final double[] mean, final double[] precision, final double variance) {
		this.variance = variance;
		this.size = size;
		this.mean = mean;
		this.precision = precision;
	}

	/** Sums up patches. */
	static final class Moments {

		private final int size;
		private final double[] sums;
		/** The lower triangle, row by row. */
		private final double[] products;
		private double weight;

		/** @param size number of pixels of a patch */
		Moments(final int size) {
			this.size = size;
			sums = new double[size];
			products = new double[row(size)];
		}

		void add(final float[] patch, final double patchWeight) {
			weight += patchWeight;
			for (int i = 0; i < size; i++) {
				final double wi = patchWeight * patch[i];
				sums[i] += wi;
				final int row = row(i);
				for (int j = 0; j <= i; j++)
					products[row + j] += wi * patch[j];
			}
		}

		void add(final Moments others) {
			weight += others.weight;
			for (int i = 0; i < size; i++)
				sums[i] += others.sums[i];
			for (int i = 0; i < products.length; i++)
				products[i] += others.products[i];
		}

		/** Returns what is held for patches of so many pixels. */
		static long bytes(final int size) {
			return (long) Double.BYTES * (size + row(size));
		}

		private static int row(final int i) {
			return i * (i + 1) / 2;
		}

		/** Returns the distribution. */
		PatchGaussian distribution() {
			final double[] mean = new double[size];
			double trace = 0, level = 0;
			for (int i = 0; i < size; i++) {
				mean[i] = sums[i] / weight;
				trace += products[row(i) + i] / weight - mean[i] * mean[i];
				level += mean[i] * mean[i];
			}
			final double[] covariance = new double[size * size];
			for (int i = 0; i < size; i++)
				for (int j = 0; j <= i; j++)
					covariance[i * size + j] = products[row(i) + j] / weight - mean[i] * mean[j];
			final double own = (RIDGE * Math.max(0, trace) + ROUNDING * (level + Math.max(0, trace))) / size + Double.MIN_NORMAL;
			for (int i = 0; i < size; i++)
				covariance[i * size + i] += own;
			return new PatchGaussian(size, mean, Cholesky.inverse(covariance, size), Math.max(0, trace) / size +
				own);
		}
	}

	/** Returns the mean variance of a pixel. */
	double variance() {
		return variance;
	}

	/**
	 * Predicts the hidden pixels of a patch.
	 *
	 * @param patch values; those of hidden pixels are not read
	 * @param hidden indices of the hidden pixels
	 * @param count how many there are
	 * @param values takes their conditional means
	 * @param variances takes their conditional variances
	 */
	void predict(final float[] patch, final int[] hidden, final int count, final double[] values,
		final double[] variances)
	{
		final double[] matrix = new double[count * count];
		final boolean[] isHidden = new boolean[size];
		for (int a = 0; a < count; a++)
			isHidden[hidden[a]] = true;
		for (int a = 0; a < count; a++) {
			final int row = hidden[a] * size;
			double sum = 0;
			for (int j = 0; j < size; j++)
				if (!isHidden[j]) sum -= precision[row + j] * (patch[j] - mean[j]);
			values[a] = sum;
			for (int b = 0; b <= a; b++)
				matrix[a * count + b] = precision[row + hidden[b]];
		}
		final double[] inverse = Cholesky.inverse(matrix, count);
		final double[] right = values.clone();
		for (int a = 0; a < count; a++) {
			double sum = 0;
			for (int b = 0; b < count; b++)
				sum += inverse[a * count + b] * right[b];
			values[a] = mean[hidden[a]] + sum;
			variances[a] = inverse[a * count + a];
		}
	}
}
