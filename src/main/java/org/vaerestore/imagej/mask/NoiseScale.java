package org.vaerestore.imagej.mask;

import java.util.Arrays;

/** The typical size of residuals, whatever a few large ones among them are. */
final class NoiseScale {

	/** From the median and from the mean of absolute values to the standard deviation of a Gaussian. */
	private static final double OF_MEDIAN = 1.4826, OF_MEAN = 1.2533;

	private NoiseScale() {}

	/**
	 * Returns a robust standard deviation.
	 * <p>
	 * That of the median of absolute values; where that is 0, as on the empty background of photon counts, that of their
	 * mean.
	 * </p>
	 *
	 * @param residuals around 0, none of them NaN; sorted here by their absolute values
	 * @param count how many of them are given
	 */
	static double of(final float[] residuals, final int count) {
		if (count == 0) return 0;
		double sum = 0;
		for (int i = 0; i < count; i++) {
			residuals[i] = Math.abs(residuals[i]);
			sum += residuals[i];
		}
		Arrays.sort(residuals, 0, count);
		final double median = residuals[count / 2];
		return median > 0 ? OF_MEDIAN * median : OF_MEAN * sum / count;
	}
}
