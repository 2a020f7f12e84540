package org.vaerestore.vae.noise;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * Measures noise in images that show nothing else: a place without structure, a dark image, an evenly lit one.
 * <p>
 * Of several planes of the same place, differences are taken, so that what a detector adds to each of them doesn't
 * count. Slow changes of brightness over a plane never do.
 * </p>
 */
public final class NoiseMeasurement {

	/** Variance of the means of cells, relative to all, above which a place isn't flat. */
	private static final double FLAT = 12;
	/** Correlation that doesn't matter, and errors of one that can't be told from none. */
	private static final double NEGLIGIBLE = 0.05, CHANCE = 3.5;
	private static final int LEAST_SIDE = 8;

	private final double mean;
	private final double variance;
	private final NoiseCorrelations correlations;
	private final boolean flat;

	private NoiseMeasurement(final List<Plane> planes, final String name) {
		double sum = 0;
		long count = 0;
		for (final Plane plane : planes)
			for (int i = 0; i < plane.values().length; i++)
				if (plane.isKnown(i)) {
					sum += plane.values()[i];
					count++;
				}
		final TileSurvey survey = TileSurvey.of(planes.size() > 1 ? differences(planes) : planes);
		if (count == 0 || survey.tiles().isEmpty()) throw new InputException("The noise can't be measured in the " + name +
			": it is smaller than " + LEAST_SIDE + " x " + LEAST_SIDE + " pixels, or all of its values are the same.");
		double variances = 0, coarse = 0;
		for (final Tile tile : survey.tiles()) {
			variances += tile.variance();
			coarse += tile.coarse();
		}
		final Autocovariance found = CellCovariance.of(survey.tiles(), new VarianceLine(0, 1)).result();
		mean = sum / count;
		variance = variances / survey.tiles().size();
		correlations = found.strongest() < Math.max(NEGLIGIBLE, CHANCE / Math.sqrt(survey.pixels())) ? NoiseCorrelations.WHITE
			: found.correlations();
		flat = coarse < FLAT * variances;
	}

	/**
	 * Measures noise that is the same everywhere.
	 *
	 * @param place without structure, at least {@value #LEAST_SIDE} x {@value #LEAST_SIDE} pixels that aren't excluded
	 * @throws InputException if it is smaller, isn't flat, or has no noise
	 */
	public static KnownNoise background(final Plane place) {
		final NoiseMeasurement measured = new NoiseMeasurement(List.of(place), "selection");
		if (!measured.flat) throw new InputException("The noise can't be measured in the selection, as there is structure in it; " +
			"select a place that is flat but for noise.");
		return new KnownNoise(Math.sqrt(measured.variance), 0, 0, measured.correlations);
	}

	/**
	 * Measures read-out noise, black level and gain of a detector.
	 *
	 * @param dark recorded without light; best two planes or more
	 * @param flat recorded in even light, with the same settings; best two planes or more
	 * @throws InputException if the flat image isn't brighter or isn't noisier, or one is too small
	 */
	public static KnownNoise darkAndFlat(final List<Plane> dark, final List<Plane> flat) {
		final NoiseMeasurement without = new NoiseMeasurement(dark, "dark image"), with = new NoiseMeasurement(flat,
			"flat image");
		if (with.mean <= without.mean) throw new InputException("The flat image (mean " + (float) with.mean +
			") is not brighter than the dark one (mean " + (float) without.mean + "); they may be swapped.");
		if (with.variance <= without.variance) throw new InputException("The flat image (variance " + (float) with.variance +
			") has no more noise than the dark one (variance " + (float) without.variance +
			"), so that no gain can be found; give images as the detector recorded them.");
		return new KnownNoise(Math.sqrt(without.variance), (with.variance - without.variance) / (with.mean - without.mean),
			without.mean, with.correlations);
	}

	/** Returns the differences of each plane and the next one, with the variance of one. */
	private static List<Plane> differences(final List<Plane> planes) {
		final List<Plane> differences = new ArrayList<>();
		for (int i = 0; i + 1 < planes.size(); i++) {
			final Plane one = planes.get(i), other = planes.get(i + 1);
			final float[] values = new float[one.values().length];
			for (int k = 0; k < values.length; k++)
				values[k] = one.isKnown(k) && other.isKnown(k) ? (float) ((one.values()[k] - other.values()[k]) / Math.sqrt(2))
					: Float.NaN;
			differences.add(new Plane(values, one.width(), one.height(), null));
		}
		return differences;
	}
}
