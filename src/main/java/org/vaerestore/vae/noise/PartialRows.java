package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * Rows of which a part shows something along them, such as a fibre, so that segments of these rows are two kinds: in one of
 * them the offset of the row is all that there is.
 * <p>
 * Most segments may be of the other kind. But offsets of rows don't depend on each other and are as large as they are, while
 * what goes along a few rows is larger, or of one sign: so of both, that kind is taken whose offsets, over all rows that are
 * divided so, are less.
 * </p>
 */
final class PartialRows {

	/** Rows around of which a segment's median is what is behind. */
	private static final int AROUND = 12;
	/** More rows that are divided so are no line along rows, but something that is everywhere. */
	private static final int MOST_ROWS = 16;
	/** Where kinds are looked for, and the share of the segments that one must have, and both together. */
	private static final double LOW = 0.1, LEAST = 0.12, BOTH = 0.8;
	/** Distance of two kinds, and of segments of a kind from its mean, in standard deviations of a segment. */
	private static final double APART = 4.5, WITHIN = 2.5;
	/** Ends that lines in a row have. */
	private static final int MOST_CHANGES = 2;
	/** Difference of the shares of the kinds from where on it matters which is larger. */
	private static final double UNLIKE = 0.25;
	private static final int ROUNDS = 4;

	private final double[][] levels;
	private final double deviation;

	private PartialRows(final double[][] levels, final double deviation) {
		this.levels = levels;
		this.deviation = deviation;
	}

	/**
	 * Returns the offsets of rows of which a part shows something, NaN of the others.
	 *
	 * @param steps [segment][row], from the second row on
	 * @param offsets as most segments have them
	 */
	static double[] of(final double[][] steps, final double[] offsets) {
		final double[][] levels = new double[steps.length][];
		final double[] deviations = new double[steps.length];
		for (int k = 0; k < steps.length; k++) {
			levels[k] = levels(steps[k], offsets);
			final double[] sizes = new double[offsets.length];
			for (int row = 0; row < sizes.length; row++)
				sizes[row] = Math.abs(levels[k][row] - offsets[row]);
			deviations[k] = Median.OF_DEVIATIONS * Median.of(sizes);
		}
		return new PartialRows(levels, Median.of(deviations)).offsets();
	}

	/** Returns what a segment has more in each row than behind. */
	private static double[] levels(final double[] steps, final double[] offsets) {
		final int rows = offsets.length;
		final double[] sums = new double[rows], levels = new double[rows];
		for (int row = 1; row < rows; row++)
			sums[row] = sums[row - 1] + (Double.isNaN(steps[row - 1]) ? 0 : steps[row - 1]);
		for (int row = 0; row < rows; row++) {
			final int from = Math.max(0, row - AROUND), to = Math.min(rows, row + AROUND + 1);
			final double[] behind = new double[to - from];
			for (int other = from; other < to; other++)
				behind[other - from] = sums[other] - offsets[other];
			levels[row] = sums[row] - Median.of(behind);
		}
		return levels;
	}

	private double[] offsets() {
		final int rows = levels[0].length;
		final double[] offsets = new double[rows];
		Arrays.fill(offsets, Double.NaN);
		final double[][] kinds = new double[2][rows];
		int first = 0;
		double before = 0;
		for (int row = 0; row <= rows; row++) {
			final double[] found = row < rows ? kinds(row) : null;
			// Where the other part is the brighter one, it is another line.
			if (found == null || row > first && found[2] * before < -UNLIKE * UNLIKE) {
				decide(kinds, first, row, offsets);
				first = found == null ? row + 1 : row;
			}
			if (found == null) continue;
			kinds[0][row] = found[0];
			kinds[1][row] = found[1];
			before = found[2];
		}
		return offsets;
	}

	/** Sets the offsets of some rows that are divided alike. */
	private static void decide(final double[][] kinds, final int from, final int to, final double[] offsets) {
		if (to <= from || to - from > MOST_ROWS) return;
		final double[] less = squares(kinds[0], from, to) < squares(kinds[1], from, to) ? kinds[0] : kinds[1];
		System.arraycopy(less, from, offsets, from, to - from);
	}

	private static double squares(final double[] values, final int from, final int to) {
		double sum = 0;
		for (int row = from; row < to; row++)
			sum += values[row] * values[row];
		return sum;
	}

	/**
	 * Returns the mean levels of the two kinds of a row's segments, the lower one first, and by how much the share of the higher one is
	 * larger; null if all are alike.
	 */
	private double[] kinds(final int row) {
		final double[] sorted = new double[levels.length];
		for (int k = 0; k < sorted.length; k++)
			sorted[k] = levels[k][row];
		Arrays.sort(sorted);
		final double low = kind(sorted, sorted[(int) (LOW * sorted.length)]);
		final double high = kind(sorted, sorted[(int) ((1 - LOW) * sorted.length)]);
		final double lower = share(sorted, low), higher = share(sorted, high);
		final boolean two = high - low > APART * deviation && Math.min(lower, higher) >= LEAST && lower + higher >= BOTH && changes(
			row, (low + high) / 2) <= MOST_CHANGES;
		return two ? new double[] { low, high, higher - lower } : null;
	}

	/** Returns how often segments beside each other are of different kinds. */
	private int changes(final int row, final double between) {
		int changes = 0;
		for (int k = 1; k < levels.length; k++)
			if (levels[k][row] > between != levels[k - 1][row] > between) changes++;
		return changes;
	}

	private double kind(final double[] values, final double start) {
		double mean = start;
		for (int round = 0; round < ROUNDS; round++) {
			final double middle = mean;
			mean = Arrays.stream(values).filter(value -> isNear(value, middle)).average().orElse(middle);
		}
		return mean;
	}

	private double share(final double[] values, final double middle) {
		return (double) Arrays.stream(values).filter(value -> isNear(value, middle)).count() / values.length;
	}

	private boolean isNear(final double value, final double middle) {
		return Math.abs(value - middle) <= WITHIN * deviation;
	}
}
