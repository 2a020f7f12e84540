package org.vaerestore.vae.noise;

import java.util.Arrays;

/** The middle of values: of an even number of them, the mean of the two in the middle. */
final class Median {

	/** Standard deviation of a normal distribution in units of the median distance from its middle. */
	static final double OF_DEVIATIONS = 1.4826;

	private Median() {}

	/** Returns that of at least one value; they are left as they are. */
	static double of(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return ofSorted(sorted, sorted.length);
	}

	/**
	 * Returns that of values that are sorted.
	 *
	 * @param count how many of them, from the first on, at least 1
	 */
	static double ofSorted(final double[] sorted, final int count) {
		return 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
	}
}
