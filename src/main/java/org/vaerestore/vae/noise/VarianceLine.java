package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * A line through variances over signals that texture, which only ever adds variance, pulls up as little as may be.
 *
 * @param slope 0 or more
 * @param intercept value at signal 0
 */
record VarianceLine(double slope, double intercept) {

	private static final int BINS = 16;
	private static final int ROUNDS = 30;
	private static final double START_QUANTILE = 0.2;
	/** A variance this much above the line is texture. */
	private static final double OUTLIER = 2.2;
	/** Low frequencies this much above those of the line's noise begin to make a tile doubtful. */
	private static final double FLAT = 1.6;
	/** Lowest value of the line that is used as a weight, as a share of the median variance. */
	private static final double LEAST = 0.02;

	double at(final double signal) {
		return slope * signal + intercept;
	}

	/**
	 * Fits a line by weighted least squares, again and again, with weights from the line before.
	 *
	 * @param signals mean of each tile
	 * @param variances of each tile
	 * @param coarse variance of each tile at low frequencies, equal to the other on average if there is only noise
	 * @param trust weight of each tile
	 */
	static VarianceLine fit(final double[] signals, final double[] variances, final double[] coarse,
		final double[] trust)
	{
		final double[] crowd = crowd(signals);
		final double[] sorted = variances.clone();
		Arrays.sort(sorted);
		final double most = sorted[sorted.length - 1];
		if (!(most > 0)) return new VarianceLine(0, 0);
		final double least = Math.max(LEAST * sorted[sorted.length / 2], LEAST * LEAST * LEAST * most);
		VarianceLine line = start(signals, variances, least);
		final double[] weights = new double[signals.length];
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < weights.length; i++) {
				final double expected = Math.max(line.at(signals[i]), least);
				final double outlying = variances[i] / expected / OUTLIER;
				final double flat = Math.min(1, FLAT * expected / coarse[i]);
				weights[i] = outlying >= 1 ? 0 : trust[i] * flat * flat / (crowd[i] * expected * expected);
			}
			final VarianceLine next = weighted(signals, variances, weights);
			if (next == null) break;
			line = next;
		}
		return line;
	}

	/** Returns the square root of the number of tiles of about the same signal, so that none crowd out the others. */
	private static double[] crowd(final double[] signals) {
		final double lowest = Arrays.stream(signals).min().orElseThrow();
		final double range = Arrays.stream(signals).max().orElseThrow() - lowest;
		final int[] counts = new int[BINS];
		final int[] bins = new int[signals.length];
		for (int i = 0; i < bins.length; i++) {
			bins[i] = range > 0 ? (int) Math.min(BINS - 1, BINS * Math.sqrt((signals[i] - lowest) / range)) : 0;
			counts[bins[i]]++;
		}
		return Arrays.stream(bins).mapToDouble(bin -> Math.sqrt(counts[bin])).toArray();
	}

	/** A line through a low quantile of the variances of signals that are alike. */
	private static VarianceLine start(final double[] signals, final double[] variances, final double least) {
		final Integer[] order = new Integer[signals.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (a, b) -> Double.compare(signals[a], signals[b]));
		final int bins = Math.min(BINS, Math.max(1, order.length / 10));
		final double[] x = new double[bins];
		final double[] y = new double[bins];
		final double[] weights = new double[bins];
		for (int bin = 0; bin < bins; bin++) {
			final int from = (int) ((long) bin * order.length / bins);
			final int to = (int) ((long) (bin + 1) * order.length / bins);
			final double[] some = new double[to - from];
			for (int i = from; i < to; i++) {
				some[i - from] = variances[order[i]];
				x[bin] += signals[order[i]] / (to - from);
			}
			Arrays.sort(some);
			y[bin] = some[(int) (START_QUANTILE * (some.length - 1))];
			weights[bin] = 1 / Math.pow(Math.max(y[bin], least), 2);
		}
		return weighted(x, y, weights);
	}

	private static VarianceLine weighted(final double[] x, final double[] y, final double[] weights) {
		double sum = 0;
		double meanX = 0;
		double meanY = 0;
		for (int i = 0; i < x.length; i++) {
			sum += weights[i];
			meanX += weights[i] * x[i];
			meanY += weights[i] * y[i];
		}
		if (!(sum > 0)) return null;
		meanX /= sum;
		meanY /= sum;
		double xx = 0;
		double xy = 0;
		for (int i = 0; i < x.length; i++) {
			xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
			xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
		}
		final double slope = xx > 0 ? Math.max(0, xy / xx) : 0;
		return new VarianceLine(slope, meanY - slope * meanX);
	}
}
