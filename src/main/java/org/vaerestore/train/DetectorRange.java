package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.vae.noise.NoiseEstimation;

/**
 * What a detector can record, as far as its images tell: never what their type can hold, so that the same image on another scale,
 * or with another offset, is taken for the same.
 *
 * @param low value below which the detector clips; minus infinity if it doesn't
 * @param high value above which it clips; infinity if it doesn't
 * @param black least signal: about what is recorded without light
 */
record DetectorRange(double low, double high, double black) {

	/** Share of the values that are piled up at an end of the range if the detector clips there, and their least number. */
	private static final double PILE = 1e-3;
	private static final int FEWEST = 4;
	/** Side of the squares whose means tell the signal, and the share of them that may be darker than black. */
	private static final int SIDE = 8;
	private static final double DARKEST = 0.01;

	/**
	 * Looks at images.
	 *
	 * @param values some of their known pixels, at least one
	 * @param planes some of their planes
	 */
	static DetectorRange of(final float[] values, final List<NoiseEstimation.Plane> planes) {
		float least = values[0], most = values[0];
		for (final float value : values) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		int leasts = 0, mosts = 0;
		for (final float value : values) {
			if (value == least) leasts++;
			if (value == most) mosts++;
		}
		final double pile = Math.max(FEWEST, PILE * values.length);
		final boolean clips = least < most;
		return new DetectorRange(clips && leasts >= pile ? least : Double.NEGATIVE_INFINITY, clips && mosts >= pile ? most
			: Double.POSITIVE_INFINITY, black(planes, least));
	}

	private static double black(final List<NoiseEstimation.Plane> planes, final float least) {
		final double[] means = planes.stream().flatMapToDouble(plane -> Arrays.stream(means(plane))).sorted().toArray();
		return means.length == 0 ? least : means[(int) (DARKEST * (means.length - 1))];
	}

	/** Returns the means of all squares of a plane that are known in whole. */
	private static double[] means(final NoiseEstimation.Plane plane) {
		final double[] means = new double[plane.width() / SIDE * (plane.height() / SIDE)];
		int count = 0;
		for (int top = 0; top + SIDE <= plane.height(); top += SIDE)
			for (int left = 0; left + SIDE <= plane.width(); left += SIDE) {
				final double mean = mean(plane, left, top);
				if (!Double.isNaN(mean)) means[count++] = mean;
			}
		return Arrays.copyOf(means, count);
	}

	private static double mean(final NoiseEstimation.Plane plane, final int left, final int top) {
		double sum = 0;
		for (int y = top; y < top + SIDE; y++)
			for (int i = y * plane.width() + left; i < y * plane.width() + left + SIDE; i++) {
				if (plane.excluded() != null && plane.excluded()[i]) return Double.NaN;
				sum += plane.values()[i];
			}
		return sum / (SIDE * SIDE);
	}
}
