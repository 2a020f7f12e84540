package org.vaerestore.procedural;

import java.util.Arrays;

/** Brings pictures into the range that is wanted. */
final class Range {

	private static final double TAIL = 0.001;

	private Range() {}

	/** Returns values from 0 for the least to 1 for the largest one; all 0 where all are the same. */
	static float[] unit(final float[] picture) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float value : picture) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		final float[] unit = new float[picture.length];
		if (high > low) for (int i = 0; i < unit.length; i++)
			unit[i] = (picture[i] - low) / (high - low);
		return unit;
	}

	/** Returns values from 0 to 1 for showing: the extremes that would make the rest dark or pale are clipped. */
	static float[] shown(final float[] picture) {
		final float[] sorted = sorted(picture), shown = new float[picture.length];
		final int tail = (int) (TAIL * sorted.length);
		final float low = sorted[tail], high = sorted[sorted.length - 1 - tail];
		if (high > low) for (int i = 0; i < shown.length; i++)
			shown[i] = Math.min(1, Math.max(0, (picture[i] - low) / (high - low)));
		return shown;
	}

	/** Returns the picture itself, with a median of 0 and, without its extremes, a standard deviation of 1. */
	static float[] standardised(final float[] picture) {
		return standardised(new float[][] { picture })[0];
	}

	/** Returns the planes themselves, all in the range that brings the first to a median of 0 and a standard deviation of 1. */
	static float[][] standardised(final float[][] planes) {
		final float[] sorted = sorted(planes[0]);
		final double deviation = deviationOf(sorted);
		final float median = sorted[sorted.length / 2];
		for (final float[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) ((plane[i] - median) / Math.max(deviation, 1e-6));
		return planes;
	}

	/** Brings planes, all by the same rule, from 0 for the least to 1 for the largest of all their values. */
	static void shareUnit(final float[][] planes) {
		float low = Float.POSITIVE_INFINITY;
		for (final float[] plane : planes)
			for (final float value : plane)
				low = Math.min(low, value);
		final double span = Math.max(1e-9, span(planes));
		for (final float[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) ((plane[i] - low) / span);
	}

	/** Returns the difference between the largest and the least of all values. */
	static double span(final float[][] planes) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float[] plane : planes)
			for (final float value : plane) {
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		return high - low;
	}

	/** Returns the value that half of the pixels are below. */
	static double median(final float[] picture) {
		return sorted(picture)[picture.length / 2];
	}

	/** Returns the standard deviation without the extremes. */
	static double deviation(final float[] picture) {
		return deviationOf(sorted(picture));
	}

	private static float[] sorted(final float[] picture) {
		final float[] sorted = picture.clone();
		Arrays.sort(sorted);
		return sorted;
	}

	private static double deviationOf(final float[] sorted) {
		final int tail = (int) (TAIL * sorted.length);
		double sum = 0, squares = 0;
		for (int i = tail; i < sorted.length - tail; i++) {
			sum += sorted[i];
			squares += (double) sorted[i] * sorted[i];
		}
		final int count = sorted.length - 2 * tail;
		return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
	}
}
