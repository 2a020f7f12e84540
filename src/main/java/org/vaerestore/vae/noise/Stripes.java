package org.vaerestore.vae.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * The noise that all pixels of a row or of a column of planes share.
 *
 * @param rows variance of the offsets of rows, in units of the image squared
 * @param columns the same of columns
 */
record Stripes(double rows, double columns) {

	private static final int MOST_PLANES = 3, MOST_ROWS = 1024;
	/** Shares below this one can't be told from chance, and don't matter. */
	private static final double NEGLIGIBLE = 0.07;

	/** Finds them. */
	static Stripes of(final List<Plane> planes) {
		return new Stripes(variance(planes, plane -> RowSteps.ofRows(plane, MOST_ROWS)), variance(planes, plane -> RowSteps
			.ofColumns(plane, MOST_ROWS)));
	}

	private static double variance(final List<Plane> planes, final Function<Plane, RowSteps> measure) {
		final int count = Math.min(MOST_PLANES, planes.size());
		final double[] variances = new double[count];
		for (int i = 0; i < count; i++) {
			final RowSteps steps = measure.apply(planes.get((int) ((long) i * planes.size() / count)));
			variances[i] = steps == null ? 0 : SharedVariance.of(steps);
		}
		Arrays.sort(variances);
		return variances[(count - 1) / 2];
	}

	/** Returns the planes without their stripes; the same ones if there are none. */
	List<Plane> without(final List<Plane> planes) {
		if (rows == 0 && columns == 0) return planes;
		final List<Plane> rest = new ArrayList<>();
		for (final Plane plane : planes) {
			final float[] values = plane.values().clone();
			final Plane without = new Plane(values, plane.width(), plane.height(), plane.excluded());
			if (rows > 0 && plane.height() > 1) {
				final double[] offsets = offsets(RowSteps.ofRows(plane, plane.height()), rows, plane.height());
				for (int i = 0; i < values.length; i++)
					values[i] -= (float) offsets[i / plane.width()];
			}
			if (columns > 0 && plane.width() > 1) {
				final double[] offsets = offsets(RowSteps.ofColumns(plane, plane.width()), columns, plane.width());
				for (int i = 0; i < values.length; i++)
					values[i] -= (float) offsets[i % plane.width()];
			}
			rest.add(without);
		}
		return rest;
	}

	private static double[] offsets(final RowSteps steps, final double variance, final int count) {
		return steps == null ? new double[count] : RowOffsets.of(steps, variance);
	}

	/** Returns an estimate of the rest, with what rows and columns share besides. */
	NoiseEstimate on(final NoiseEstimate rest) {
		return rest.variance() > 0 ? rest.withShared(share(rows, rest), share(columns, rest)) : rest;
	}

	private static float share(final double variance, final NoiseEstimate rest) {
		final double share = Math.sqrt(variance / rest.variance());
		return share < NEGLIGIBLE ? 0 : (float) share;
	}
}
