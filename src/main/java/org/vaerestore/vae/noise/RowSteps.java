package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * How much brighter each row of a plane is than the one above, in segments of the rows each for itself; or columns.
 * <p>
 * Differences of pixels that lie above each other are averaged robustly, so that edges and lines that cross a segment
 * don't count.
 * </p>
 *
 * @param steps [segment][row], from the second row on; NaN where too little is known
 */
record RowSteps(double[][] steps) {

	/** Pixels of a segment that are looked at, from the middle; more hardly tell more. */
	private static final int MOST_PIXELS = 96;
	/** Pixels of a segment that must be known. */
	private static final int LEAST_PIXELS = 4;
	/** Differences beyond so many standard deviations count as these. */
	private static final double FAR = 2;
	/** Rows that are read at a time. */
	private static final int BAND = 64;

	/** Returns whether rows of a length can be divided so. */
	static boolean canDivide(final int length, final int segments) {
		return length / segments >= LEAST_PIXELS;
	}

	/**
	 * Measures rows of a plane.
	 *
	 * @param segments into which rows are divided, see {@link #canDivide}
	 * @param most rows that are looked at, from the middle
	 */
	static RowSteps ofRows(final PlaneStrips plane, final int segments, final int most) {
		final int width = plane.width(), rows = Math.min(plane.height(), most), top = (plane.height() - rows) / 2;
		final Segments along = new Segments(width, segments);
		final double[][] steps = new double[segments][rows - 1];
		final double[] differences = new double[along.used()];
		for (int first = 0; first + 1 < rows; first += BAND) {
			final int count = Math.min(BAND, rows - 1 - first);
			final float[] band = plane.read(top + first, count + 1);
			for (int row = 0; row < count; row++)
				for (int k = 0; k < segments; k++) {
					final int from = row * width + along.first(k);
					for (int i = 0; i < differences.length; i++)
						differences[i] = (double) band[from + i + width] - band[from + i];
					steps[k][first + row] = location(differences);
				}
		}
		return new RowSteps(steps);
	}

	/** Measures columns of a plane instead of rows. */
	static RowSteps ofColumns(final PlaneStrips plane, final int segments, final int most) {
		final int width = plane.width(), columns = Math.min(width, most), left = (width - columns) / 2;
		final Segments along = new Segments(plane.height(), segments);
		final double[][] steps = new double[segments][columns - 1];
		final double[] differences = new double[along.used()];
		for (int k = 0; k < segments; k++) {
			final float[] band = plane.read(along.first(k), along.used());
			for (int column = 0; column + 1 < columns; column++) {
				for (int i = 0; i < differences.length; i++)
					differences[i] = (double) band[i * width + left + column + 1] - band[i * width + left + column];
				steps[k][column] = location(differences);
			}
		}
		return new RowSteps(steps);
	}

	/** Returns how many pixels of a plane are held at a time. */
	static long pixels(final long width, final long height) {
		return width * Math.min(height, Math.max(BAND + 1, MOST_PIXELS));
	}

	/** Returns the means of segments beside each other. */
	RowSteps grouped(final int groups) {
		final int each = steps.length / groups;
		final double[][] means = new double[groups][steps[0].length];
		for (int k = 0; k < groups * each; k++)
			for (int row = 0; row < steps[k].length; row++)
				means[k / each][row] += steps[k][row] / each;
		return new RowSteps(means);
	}

	/** Returns the mean of values of which those far from the median count as if they were nearer; NaN if half aren't known. */
	private static double location(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		int known = sorted.length;
		while (known > 0 && Double.isNaN(sorted[known - 1]))
			known--;
		if (2 * known < sorted.length || known < LEAST_PIXELS) return Double.NaN;
		final double median = Median.ofSorted(sorted, known);
		final double[] distances = new double[known];
		for (int i = 0; i < known; i++)
			distances[i] = Math.abs(sorted[i] - median);
		Arrays.sort(distances);
		final double far = FAR * Median.OF_DEVIATIONS * Median.ofSorted(distances, known);
		double sum = 0;
		for (int i = 0; i < known; i++)
			sum += Math.max(-far, Math.min(far, sorted[i] - median));
		return median + sum / known;
	}

	/** How rows are divided. */
	private record Segments(int length, int count) {

		/** Returns how many pixels of a segment are looked at. */
		int used() {
			return Math.min(length / count, MOST_PIXELS);
		}

		int first(final int segment) {
			final int each = length / count;
			return segment * each + (each - used()) / 2;
		}
	}
}
