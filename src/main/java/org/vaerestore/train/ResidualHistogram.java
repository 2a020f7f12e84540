package org.vaerestore.train;

import java.util.Arrays;

/**
 * Squares of residuals, gathered by the level at which they were found; of a fixed size, however many they are.
 * <p>
 * Cells are narrow around 0, a two-hundredth of the noise, and grow with the distance from it, so that no value is too
 * large for a cell.
 * </p>
 */
final class ResidualHistogram {

	/** Cells on each side of 0 and of the logarithmic scale's unit; the last ones take all that is beyond. */
	private static final int HALF = 1 << 14, PER_UNIT = 200;

	private final double unit;
	private final long[] counts = new long[2 * HALF + 1];
	private final double[] levels = new double[counts.length];
	private final double[] squares = new double[counts.length];
	private long count;

	/**
	 * Creates an empty histogram.
	 *
	 * @param unit of levels near 0: the standard deviation of the noise, more than 0
	 */
	ResidualHistogram(final double unit) {
		this.unit = unit;
	}

	void add(final double level, final double residual) {
		final double scaled = Math.abs(level / unit);
		final int distance = (int) Math.min(HALF, PER_UNIT * Math.log(scaled + Math.sqrt(scaled * scaled + 1)));
		final int cell = HALF + (level < 0 ? -distance : distance);
		counts[cell]++;
		levels[cell] += level;
		squares[cell] += residual * residual;
		count++;
	}

	long count() {
		return count;
	}

	/**
	 * Returns at most so many bins of about as many residuals each, in the order of their levels.
	 *
	 * @return mean level of each bin, increasing; and root mean square of its residuals
	 */
	double[][] bins(final int most) {
		final double[] means = new double[most], deviations = new double[most];
		int bin = 0;
		long before = 0, inBin = 0;
		double level = 0, square = 0;
		for (int cell = 0; cell < counts.length; cell++) {
			inBin += counts[cell];
			level += levels[cell];
			square += squares[cell];
			// Cells aren't divided: one that holds much fills several bins at once.
			if ((before + inBin) * most / count == before * most / count) continue;
			means[bin] = level / inBin;
			deviations[bin++] = Math.sqrt(square / inBin);
			before += inBin;
			inBin = 0;
			level = square = 0;
		}
		return new double[][] { Arrays.copyOf(means, bin), Arrays.copyOf(deviations, bin) };
	}
}
