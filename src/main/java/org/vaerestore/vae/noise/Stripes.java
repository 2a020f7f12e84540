package org.vaerestore.vae.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
		return new Stripes(variance(planes, true), variance(planes, false));
	}

	private static double variance(final List<Plane> planes, final boolean ofRows) {
		final int count = Math.min(MOST_PLANES, planes.size());
		final double[] variances = new double[count];
		for (int i = 0; i < count; i++)
			variances[i] = variance(planes.get((int) ((long) i * planes.size() / count)), ofRows);
		Arrays.sort(variances);
		return variances[(count - 1) / 2];
	}

	private static double variance(final Plane plane, final boolean ofRows) {
		final int length = ofRows ? plane.width() : plane.height(), segments = SharedVariance.SEGMENTS;
		if (plane.width() + plane.height() - length < 2 || !RowSteps.canDivide(length, segments)) return 0;
		return SharedVariance.of(ofRows ? RowSteps.ofRows(plane, segments, MOST_ROWS) : RowSteps.ofColumns(plane, segments,
			MOST_ROWS));
	}

	/** Returns the planes without their stripes; the same ones if there are none. */
	List<Plane> without(final List<Plane> planes) {
		if (rows == 0 && columns == 0) return planes;
		final List<Plane> rest = new ArrayList<>();
		for (final Plane plane : planes) {
			final float[] values = plane.values().clone();
			SharedOffsets.find(plane, rows > 0, columns > 0).subtract(0, 0, plane.width(), values, values.length);
			rest.add(new Plane(values, plane.width(), plane.height(), plane.excluded()));
		}
		return rest;
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
