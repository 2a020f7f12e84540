package org.vaerestore.vae.noise;

import java.util.Arrays;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * How much brighter each row of a plane is than the one above, in segments of the rows each for itself.
 * <p>
 * Differences of pixels that lie above each other are averaged robustly, so that edges and lines that cross a segment
 * don't count.
 * </p>
 *
 * @param steps [segment][row], from the second row on; NaN where too little is known
 */
record RowSteps(double[][] steps) {

	/** A power of two. */
	static final int SEGMENTS = 8;
	/** Pixels of a segment that are looked at, from the middle; more hardly tell more. */
	private static final int MOST_PIXELS = 96;
	/** Pixels of a segment that must be known. */
	private static final int LEAST_PIXELS = 4;
	/** Differences beyond so many standard deviations count as these. */
	private static final double FAR = 2;
	private static final double OF_DEVIATIONS = 1.4826;

	/**
	 * Measures rows of a plane; null if it is too small.
	 *
	 * @param most rows that are looked at, from the middle
	 */
	static RowSteps ofRows(final Plane plane, final int most) {
		return of(plane, plane.width(), plane.height(), plane.width(), 1, most);
	}

	/** Measures columns of a plane instead of rows. */
	static RowSteps ofColumns(final Plane plane, final int most) {
		return of(plane, plane.height(), plane.width(), 1, plane.width(), most);
	}

	private static RowSteps of(final Plane pixels, final int length, final int count, final int down, final int along,
		final int most)
	{
		final int segment = length / SEGMENTS, used = Math.min(segment, MOST_PIXELS), rows = Math.min(count, most);
		if (segment < LEAST_PIXELS || rows < 2) return null;
		final int top = (count - rows) / 2;
		final double[][] steps = new double[SEGMENTS][rows - 1];
		final double[] differences = new double[used];
		for (int k = 0; k < SEGMENTS; k++) {
			final int left = k * segment + (segment - used) / 2;
			for (int row = 0; row + 1 < rows; row++) {
				int known = 0;
				for (int x = left; x < left + used; x++) {
					final int at = (top + row) * down + x * along;
					final double difference = pixels.at(at + down) - pixels.at(at);
					if (!Double.isNaN(difference)) differences[known++] = difference;
				}
				steps[k][row] = 2 * known < used || known < LEAST_PIXELS ? Double.NaN : location(differences, known);
			}
		}
		return new RowSteps(steps);
	}

	/** Returns the median over the segments of each step, 0 where none is known. */
	double[] middles() {
		final double[] middles = new double[steps[0].length];
		final double[] values = new double[SEGMENTS];
		for (int row = 0; row < middles.length; row++) {
			int known = 0;
			for (final double[] segment : steps)
				if (!Double.isNaN(segment[row])) values[known++] = segment[row];
			Arrays.sort(values, 0, known);
			if (known > 0) middles[row] = median(values, known);
		}
		return middles;
	}

	/** Returns the mean of values of which those far from the median count as if they were nearer; changes their order. */
	static double location(final double[] values, final int count) {
		Arrays.sort(values, 0, count);
		final double median = median(values, count);
		final double[] distances = new double[count];
		for (int i = 0; i < count; i++)
			distances[i] = Math.abs(values[i] - median);
		Arrays.sort(distances);
		final double far = FAR * OF_DEVIATIONS * median(distances, count);
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += Math.max(-far, Math.min(far, values[i] - median));
		return median + sum / count;
	}

	private static double median(final double[] sorted, final int count) {
		return 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
	}
}
