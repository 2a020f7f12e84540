package org.vaerestore.setaside;

import java.util.Arrays;

/** The smallest values that there are, and how often. */
final class Extremes {

	private static final int MOST = 128;

	private final double[] values = new double[MOST];
	private final long[] counts = new long[MOST];
	private int size;

	/** Hears of a value that is a number. */
	void add(final double value) {
		if (size == MOST && value > values[MOST - 1]) return;
		final int found = Arrays.binarySearch(values, 0, size, value);
		if (found >= 0) {
			counts[found]++;
			return;
		}
		final int at = -found - 1;
		if (size < MOST) size++;
		System.arraycopy(values, at, values, at + 1, size - 1 - at);
		System.arraycopy(counts, at, counts, at + 1, size - 1 - at);
		values[at] = value;
		counts[at] = 1;
	}

	/** Returns how many there are, at most {@value #MOST}. */
	int size() {
		return size;
	}

	/** Returns the smallest but so many. */
	double value(final int index) {
		return values[index];
	}

	/** Returns how many pixels have that value. */
	long count(final int index) {
		return counts[index];
	}
}
