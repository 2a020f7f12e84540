package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * What each row has more than what an image shows there, from its steps.
 * <p>
 * The steps add up to offsets, which don't depend on each other, and to what the image shows, which goes on from row to row as
 * a random walk does. How far it goes is seen in what segments of the rows don't share, place by place: where hardly a thing is
 * shown, they tell most. What the image shows then is what a Kalman smoother makes of the sums, and what a row has more is its
 * offset. Steps that are too large for offsets are of the image.
 * </p>
 */
final class RowOffsets {

	/** Rows around over which the walk of a segment is measured, and over which it goes on meanwhile. */
	private static final int AROUND = 32, LONG = 8;
	private static final int ROUNDS = 4, ROBUST_ROUNDS = 3, PARTIAL_ROUNDS = 2;
	/** Standard deviations from where on a segment's step counts less. */
	private static final double ROBUST = 2;
	/** Least walk, as a share of the variance of a segment's steps. */
	private static final double LEAST_WALK = 0.03;
	/** Segments are trusted by this power of their walk: less than by what it says, as it isn't known well. */
	private static final double TRUST = 0.7;
	/** How much farther the image goes than what segments don't share says, as neighbouring ones share something. */
	private static final double TOGETHER = 8, MOST_TOGETHER = 1e5;
	/** Mean square of offsets above which they are not all offsets, in units of their variance. */
	private static final double MOST_FOUND = 1.3;
	/** Standard deviations beyond which a step is no difference of offsets. */
	private static final double FAR = 5;

	private final double[][] steps;
	private final double variance;
	private final double[][] walks;
	private final double[][] spreads;
	private final double[][] weights;
	private final double[] shared;
	/** Offsets of rows whose steps tell none, NaN of the others. */
	private double[] given;

	private RowOffsets(final RowSteps measured, final double variance) {
		steps = measured.steps();
		this.variance = variance;
		final int rows = steps[0].length;
		walks = new double[steps.length][rows];
		spreads = new double[steps.length][rows];
		weights = new double[steps.length][rows];
		shared = new double[rows];
		given = new double[rows + 1];
		Arrays.fill(given, Double.NaN);
	}

	/**
	 * Returns the offsets.
	 *
	 * @param variance of the offsets, more than 0
	 */
	static double[] of(final RowSteps measured, final double variance) {
		final RowOffsets offsets = new RowOffsets(measured, variance);
		offsets.share();
		double[] found = offsets.found();
		for (int round = 0; round < PARTIAL_ROUNDS; round++) {
			offsets.given = PartialRows.of(measured.steps(), found);
			found = offsets.found();
		}
		return found;
	}

	private double[] found() {
		// Where more comes out than offsets have, the image goes on in larger steps than was thought.
		double together = TOGETHER;
		double[] found = smoothed(together);
		while (together < MOST_TOGETHER && meanSquare(found) > MOST_FOUND * variance)
			found = smoothed(together *= 2);
		return found;
	}

	private static double meanSquare(final double[] values) {
		return Arrays.stream(values).map(x -> x * x).sum() / values.length;
	}

	/** Finds the steps that the segments share. */
	private void share() {
		for (int row = 0; row < shared.length; row++)
			shared[row] = middle(row);
		for (int round = 0; round < ROUNDS; round++) {
			for (int k = 0; k < steps.length; k++)
				measure(k);
			for (int row = 0; row < shared.length; row++)
				for (int again = 0; again < ROBUST_ROUNDS; again++)
					shared[row] = mean(row);
		}
	}

	/** Measures how far a segment's image goes from row to row, and how far its steps scatter. */
	private void measure(final int k) {
		final int rows = shared.length;
		final double[] sums = new double[rows + 1], squares = new double[rows + 1], longSquares = new double[rows + 1];
		for (int row = 0; row < rows; row++) {
			final double rest = Double.isNaN(steps[k][row]) ? 0 : steps[k][row] - shared[row];
			sums[row + 1] = sums[row] + rest;
			squares[row + 1] = squares[row] + rest * rest;
			final double far = row + 1 >= LONG ? sums[row + 1] - sums[row + 1 - LONG] : 0;
			longSquares[row + 1] = longSquares[row] + far * far;
		}
		for (int row = 0; row < rows; row++) {
			final int from = Math.max(0, row - AROUND), to = Math.min(rows, row + AROUND + 1);
			final int longFrom = Math.max(LONG - 1, Math.min(from, rows - 1)), longTo = Math.min(rows, Math.max(to, longFrom + 1));
			spreads[k][row] = Math.max((squares[to] - squares[from]) / (to - from), Double.MIN_NORMAL);
			final double far = longTo > longFrom ? (longSquares[longTo] - longSquares[longFrom]) / (longTo - longFrom) : 0;
			walks[k][row] = Math.max((far - spreads[k][row]) / (LONG - 1), LEAST_WALK * spreads[k][row]);
		}
	}

	/** Returns the weighted mean of a row's steps, and sets the weights by how far they are from the one before. */
	private double mean(final int row) {
		double sum = 0, all = 0;
		for (int k = 0; k < steps.length; k++) {
			weights[k][row] = 0;
			if (Double.isNaN(steps[k][row])) continue;
			final double away = Math.abs(steps[k][row] - shared[row]) / Math.sqrt(spreads[k][row]);
			weights[k][row] = Math.pow(walks[k][row], -TRUST) * Math.min(1, ROBUST / Math.max(away, ROBUST));
			sum += weights[k][row] * steps[k][row];
			all += weights[k][row];
		}
		return all > 0 ? sum / all : 0;
	}

	private double middle(final int row) {
		final double[] known = Arrays.stream(steps).mapToDouble(segment -> segment[row]).filter(step -> !Double.isNaN(step)).toArray();
		return known.length == 0 ? 0 : Median.of(known);
	}

	/** Returns what the sums of the steps have more than what goes on from row to row. */
	private double[] smoothed(final double together) {
		final int rows = shared.length + 1;
		final double[] sums = new double[rows], walk = new double[rows];
		for (int row = 1; row < rows; row++) {
			final double step = shared[row - 1];
			sums[row] = sums[row - 1] + step;
			walk[row] = together * walk(row - 1) + (Math.abs(step) > FAR * Math.sqrt(2 * variance) ? step * step : 0);
		}
		final double[] shown = new double[rows], known = new double[rows], expected = new double[rows];
		for (int row = 0; row < rows; row++) {
			// Before the first row, nothing is known.
			expected[row] = row == 0 ? Double.POSITIVE_INFINITY : known[row - 1] + walk[row];
			final double gain = row == 0 ? 1 : Double.isNaN(given[row]) ? expected[row] / (expected[row] + variance) : 0;
			final double before = row == 0 ? sums[0] : shown[row - 1];
			shown[row] = before + gain * (sums[row] - before);
			known[row] = gain > 0 ? gain * variance : expected[row];
		}
		final double[] offsets = new double[rows];
		for (int row = rows - 1; row >= 0; row--) {
			if (row < rows - 1) shown[row] += known[row] / expected[row + 1] * (shown[row + 1] - shown[row]);
			offsets[row] = Double.isNaN(given[row]) ? sums[row] - shown[row] : given[row];
		}
		return offsets;
	}

	/** Returns the variance by which the mean of the segments changes from a row to the next by what these don't share. */
	private double walk(final int row) {
		double sum = 0, all = 0;
		for (int k = 0; k < steps.length; k++) {
			sum += weights[k][row] * weights[k][row] * walks[k][row];
			all += weights[k][row];
		}
		return all > 0 ? sum / (all * all) : 0;
	}
}
