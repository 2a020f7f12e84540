package org.vaerestore.vae.noise;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * How the known values of planes are distributed; of each bin it has the number and the mean of its values, so that
 * means of functions that are straight within bins are exact.
 */
final class ValueHistogram {

	private static final int BINS = 4096;

	private final double lowest;
	private final double highest;
	private final long[] counts = new long[BINS];
	private final double[] sums = new double[BINS];
	private long count;
	private double mean;
	private double squares;

	private ValueHistogram(final double lowest, final double highest) {
		this.lowest = lowest;
		this.highest = highest;
	}

	static ValueHistogram of(final List<Plane> planes) {
		float lowest = Float.POSITIVE_INFINITY, highest = Float.NEGATIVE_INFINITY;
		for (final Plane plane : planes) {
			final float[] values = plane.values();
			for (int i = 0; i < values.length; i++) {
				if (!plane.isKnown(i)) continue;
				lowest = Math.min(lowest, values[i]);
				highest = Math.max(highest, values[i]);
			}
		}
		final ValueHistogram histogram = new ValueHistogram(lowest, highest);
		for (final Plane plane : planes)
			histogram.add(plane);
		histogram.summarise();
		return histogram;
	}

	private void add(final Plane plane) {
		final float[] values = plane.values();
		final double scale = highest > lowest ? (BINS - 1) / (highest - lowest) : 0;
		for (int i = 0; i < values.length; i++) {
			if (!plane.isKnown(i)) continue;
			final double above = values[i] - lowest;
			final int bin = (int) (above * scale);
			counts[bin]++;
			sums[bin] += above;
			squares += above * above;
		}
	}

	private void summarise() {
		double sum = 0;
		for (int bin = 0; bin < BINS; bin++) {
			count += counts[bin];
			sum += sums[bin];
		}
		mean = sum / count;
	}

	/** Returns the number of values. */
	long count() {
		return count;
	}

	/** Returns the least value, infinite if there is none. */
	double lowest() {
		return lowest;
	}

	/** Returns the largest value, negative and infinite if there is none. */
	double highest() {
		return highest;
	}

	/** Returns the variance of the values. */
	double variance() {
		return Math.max(0, squares / count - mean * mean);
	}

	/** Returns the mean of a function over the values. */
	double mean(final DoubleUnaryOperator function) {
		double sum = 0;
		for (int bin = 0; bin < BINS; bin++)
			if (counts[bin] > 0) sum += counts[bin] * function.applyAsDouble(lowest + sums[bin] / counts[bin]);
		return sum / count;
	}
}
