package org.vaerestore.vae.noise;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;
import org.vaerestore.vae.noise.NoiseLevel.Source;

/**
 * The noise in the differences of planes that follow each other. What they show alike is gone from these, whatever its
 * texture; what they show otherwise adds to the noise, so that the noise is at most this.
 */
final class PlaneDifferences {

	/** Share of the least noise below which differences may be of planes that share their noise. */
	private static final double SHARED = 0.6;
	/** Factor by which variances of the same noise differ by chance. */
	private static final double ALIKE = 1.12;
	/** Relative error of standard deviations. */
	private static final double ERROR = 0.04;
	/** A plane with less of its variance from what it shows can't tell its brightness. */
	private static final double LEAST_SHOWN = 0.1;
	private static final double MOST_GAIN = 3;
	private static final int ROUNDS = 10;

	private PlaneDifferences() {}

	/**
	 * Returns the tiles of the differences of a survey's planes, in units of one plane's noise.
	 *
	 * @param distance of the planes of a difference, 1 for those that follow each other
	 */
	static List<Tile> tiles(final TileSurvey survey, final int distance) {
		final List<Tile> tiles = new ArrayList<>();
		final List<Plane> planes = survey.planes();
		for (int i = 0; i + distance < planes.size(); i++) {
			final Plane one = planes.get(i), other = planes.get(i + distance);
			if (one.width() == other.width() && one.height() == other.height()) addTiles(survey, one, other, tiles);
		}
		return tiles;
	}

	/** Returns whether planes that follow each other may share a part of their noise, such as copies or running means. */
	static boolean mayShareNoise(final NoiseEstimate single, final NoiseEstimate difference) {
		return difference.variance() < SHARED * single.level().low() * single.level().low();
	}

	/** Returns whether they do, as those that follow the next ones differ by more. */
	static boolean shareNoise(final NoiseEstimate difference, final NoiseEstimate further) {
		return further.variance() > ALIKE * difference.variance();
	}

	/** Returns the estimate of planes each for itself, or that of their differences where it tells less noise or is surer. */
	static NoiseEstimate choose(final NoiseEstimate single, final NoiseEstimate difference) {
		final double found = difference.variance();
		if (difference.correlation() > NoiseEstimate.WHITE || difference.level().isDoubtful()) return single;
		if (ALIKE * found < single.variance()) return new NoiseEstimate(difference.gain(), difference.offset(), difference
			.correlations(), difference.share(), NoiseLevel.of(found, ERROR, Source.DIFFERENCES));
		if (single.level().isDoubtful() && found < ALIKE * single.variance()) return new NoiseEstimate(single.gain(), single
			.offset(), single.correlations(), single.share(), NoiseLevel.of(single.variance(), ERROR, Source.DIFFERENCES, found));
		return single;
	}

	/** Returns how much brighter the other plane is, from the variance that it shows beyond what both don't share. */
	private static double gain(final Plane one, final Plane other) {
		double sum = 0, otherSum = 0, squares = 0, otherSquares = 0, products = 0, origin = 0;
		long count = 0;
		for (int i = 0; i < one.values().length; i++) {
			final double x = one.at(i), y = other.at(i);
			if (Double.isNaN(x + y)) continue;
			// About some value of these, so that a high black level costs no digits.
			if (count == 0) origin = x;
			final double u = x - origin, v = y - origin;
			sum += u;
			otherSum += v;
			squares += u * u;
			otherSquares += v * v;
			products += u * v;
			count++;
		}
		if (count == 0) return 1;
		final double variance = squares / count - sum / count * (sum / count);
		final double otherVariance = otherSquares / count - otherSum / count * (otherSum / count);
		final double covariance = products / count - sum / count * (otherSum / count);
		double gain = 1;
		for (int round = 0; round < ROUNDS; round++) {
			final double noise = (otherVariance + gain * gain * variance - 2 * gain * covariance) / (1 + gain * gain);
			final double shown = variance - noise, otherShown = otherVariance - noise;
			if (shown < LEAST_SHOWN * variance || otherShown < LEAST_SHOWN * otherVariance) return 1;
			gain = Math.min(MOST_GAIN, Math.max(1 / MOST_GAIN, Math.sqrt(otherShown / shown)));
		}
		return gain;
	}

	private static void addTiles(final TileSurvey survey, final Plane one, final Plane other, final List<Tile> tiles) {
		final double gain = gain(one, other);
		final double unit = Math.sqrt(1 + gain * gain);
		for (final Tile tile : survey.tiles()) {
			final TilePlace place = tile.place();
			if (place.pixels() != one || tile.clipping() != Clipping.NONE) continue;
			final Tile beside = Tile.of(place.of(other), survey.lowest(), survey.highest());
			if (beside == null || beside.clipping() != Clipping.NONE) continue;
			final Tile difference = Tile.of(place.of(i -> (other.at(i) - gain * one.at(i)) / unit), Double.NEGATIVE_INFINITY,
				Double.POSITIVE_INFINITY);
			// The noise of both, each at its signal.
			if (difference != null) tiles.add(difference.at((beside.mean() + gain * gain * tile.mean()) / (unit * unit)));
		}
	}
}
