package org.vaerestore.setaside;

import java.util.Arrays;

/**
 * A first idea of the noise, over the level: of what pixels differ from the median of those around them. Texture makes it too
 * large, which makes rules in its units more careful; what is constant, such as padding, takes no part.
 *
 * @param levels rising
 * @param deviations standard deviations at them
 * @param tail how much longer than those of a Gaussian the tails of single pixels are, at least 1
 */
record FirstNoise(double[] levels, double[] deviations, double tail) {

	private static final int BINS = 16;
	/** Share of the usual deviation below which none is believed: where a detector clips, it seems to be nil. */
	private static final double LEAST = 0.2;
	/** A quantile of absolute values that is in the tail, though dead and hot pixels are not yet, and what it is for a Gaussian. */
	private static final double TAIL = 0.998, TAIL_OF_GAUSSIAN = 3.1;
	private static final int LEAST_OF_A_BIN = 50;
	/** From the median of absolute values to the standard deviation of a Gaussian. */
	private static final double OF_MEDIAN = 1.4826;
	/** The share of residuals that may be outliers where the median says nothing, as with few photons. */
	private static final double OUTLIERS = 0.01;

	/**
	 * Measures.
	 *
	 * @param levels medians of the surroundings of some pixels
	 * @param residuals of these pixels from them
	 */
	static FirstNoise of(final float[] levels, final float[] residuals) {
		final long[] order = new long[levels.length];
		for (int i = 0; i < order.length; i++)
			order[i] = (long) sortable(levels[i]) << 32 | i;
		Arrays.sort(order);
		final int bins = Math.max(1, Math.min(BINS, levels.length / LEAST_OF_A_BIN));
		final double[] places = new double[bins], deviations = new double[bins];
		for (int bin = 0; bin < bins; bin++) {
			final int from = (int) ((long) bin * order.length / bins), to = (int) ((bin + 1L) * order.length / bins);
			final float[] some = new float[to - from];
			for (int i = from; i < to; i++) {
				places[bin] += (double) levels[(int) order[i]] / some.length;
				some[i - from] = Math.abs(residuals[(int) order[i]]);
			}
			deviations[bin] = deviation(some);
		}
		final double[] sorted = deviations.clone();
		Arrays.sort(sorted);
		final double floor = LEAST * sorted[bins / 2];
		for (int bin = 0; bin < bins; bin++)
			deviations[bin] = Math.max(floor, deviations[bin]);
		return new FirstNoise(places, deviations, new FirstNoise(places, deviations, 1).tail(levels, residuals));
	}

	/** Returns by how much the tails of the residuals are longer than those of a Gaussian, as with few photons of a high gain. */
	private double tail(final float[] levels, final float[] residuals) {
		final float[] heights = new float[residuals.length];
		for (int i = 0; i < heights.length; i++)
			heights[i] = (float) Math.abs(residuals[i] / at(levels[i]));
		Arrays.sort(heights);
		return Math.max(1, Sample.quantile(heights, TAIL) / TAIL_OF_GAUSSIAN);
	}

	/** Returns the standard deviation at a level; 0 if there is no noise that could be told. */
	double at(final double level) {
		int bin = 0;
		while (bin < levels.length - 1 && levels[bin + 1] < level)
			bin++;
		if (bin == levels.length - 1 || level <= levels[0]) return deviations[bin];
		final double share = (level - levels[bin]) / (levels[bin + 1] - levels[bin]);
		return deviations[bin] + share * (deviations[bin + 1] - deviations[bin]);
	}

	/** Returns the least standard deviation at any level. */
	double least() {
		return Arrays.stream(deviations).min().orElse(0);
	}

	/** Returns the standard deviation of residuals that are absolute values; sorts them. */
	static double deviation(final float[] absolute) {
		if (absolute.length == 0) return 0;
		Arrays.sort(absolute);
		final double median = absolute[absolute.length / 2];
		if (median > 0) return OF_MEDIAN * median;
		final int count = (int) Math.ceil((1 - OUTLIERS) * absolute.length);
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += (double) absolute[i] * absolute[i];
		return Math.sqrt(sum / count);
	}

	// Floats in the order of their bits: long sorts need no objects.
	private static int sortable(final float value) {
		final int bits = Float.floatToIntBits(value);
		return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
	}
}
