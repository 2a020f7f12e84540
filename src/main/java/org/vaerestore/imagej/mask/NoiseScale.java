package org.vaerestore.imagej.mask;

import java.util.Arrays;

/** The typical size of residuals, whatever a few large ones among them are. */
final class NoiseScale {

	/** From the median of absolute values to the standard deviation of a Gaussian. */
	private static final double OF_MEDIAN = 1.4826;
	/** The share of residuals that may be outliers where the median says nothing. */
	private static final double OUTLIERS = 0.01;

	private NoiseScale() {}

	/**
	 * Returns a robust standard deviation.
	 * <p>
	 * That of the median of absolute values; where that is 0, as on the empty background of photon counts, the root mean
	 * square of all but the largest hundredth.
	 * </p>
	 *
	 * @param residuals around 0, none of them NaN; sorted here by their absolute values
	 * @param count how many of them are given
	 */
	static double of(final float[] residuals, final int count) {
		if (count == 0) return 0;
		for (int i = 0; i < count; i++)
			residuals[i] = Math.abs(residuals[i]);
		Arrays.sort(residuals, 0, count);
		final double median = residuals[count / 2];
		return median > 0 ? OF_MEDIAN * median : rootMeanSquare(residuals, (int) Math.ceil((1 - OUTLIERS) * count));
	}

	private static double rootMeanSquare(final float[] residuals, final int count) {
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += (double) residuals[i] * residuals[i];
		return Math.sqrt(sum / count);
	}
}
