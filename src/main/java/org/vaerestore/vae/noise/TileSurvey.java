package org.vaerestore.vae.noise;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * The tiles of some planes.
 *
 * @param tiles those that tell something about noise
 * @param planes those that were looked at
 * @param cell side of the cells of a tile in pixels
 * @param lowest value of them
 * @param highest value of them
 */
record TileSurvey(List<Tile> tiles, List<Plane> planes, int cell, double lowest, double highest) {

	private static final int MOST_PLANES = 12;
	private static final int MOST_TILES = 5000;
	private static final int LARGE = 16;
	private static final int SMALL = 8;

	static TileSurvey of(final List<Plane> planes) {
		final List<Plane> some = new ArrayList<>();
		final int count = Math.min(planes.size(), MOST_PLANES);
		for (int i = 0; i < count; i++)
			some.add(planes.get((int) ((long) i * planes.size() / count)));
		final double[] range = range(some);
		final List<Tile> tiles = new ArrayList<>();
		final int shortest = some.stream().mapToInt(plane -> Math.min(plane.width(), plane.height())).min().orElse(0);
		final int side = shortest < 4 * LARGE ? SMALL : LARGE;
		for (final Plane plane : some)
			addTiles(plane, side, MOST_TILES / count, range, tiles);
		return new TileSurvey(tiles, some, side / Tile.CELLS, range[0], range[1]);
	}

	/** Returns the number of pixels that were looked at. */
	long pixels() {
		return planes.stream().mapToLong(plane -> plane.values().length).sum();
	}

	/** Returns the mean variance of the known pixels by a line, and their own about their mean. */
	Variances variances(final VarianceLine noise) {
		double count = 0;
		double mean = 0;
		double squares = 0;
		double variance = 0;
		for (final Plane plane : planes)
			for (int i = 0; i < plane.values().length; i++) {
				if (!plane.isKnown(i)) continue;
				final double value = plane.values()[i];
				final double difference = value - mean;
				count++;
				mean += difference / count;
				squares += difference * (value - mean);
				variance += Math.max(0, noise.at(value));
			}
		return new Variances(variance / count, squares / count);
	}

	/**
	 * Variances of the known pixels.
	 *
	 * @param noise mean of the noise's
	 * @param all about the mean of the pixels
	 */
	record Variances(double noise, double all) {

		/** Returns the noise's share, 0 to 1. */
		double share() {
			return Math.min(1, noise / all);
		}
	}

	private static void addTiles(final Plane plane, final int side, final int most, final double[] range,
		final List<Tile> tiles)
	{
		if (Math.min(plane.width(), plane.height()) < side) return;
		final double area = (double) (plane.width() - side + 1) * (plane.height() - side + 1);
		final int step = (int) Math.max(side / 4, Math.ceil(Math.sqrt(area / most)));
		for (int top = 0; top <= plane.height() - side; top += step)
			for (int left = 0; left <= plane.width() - side; left += step) {
				final Tile tile = Tile.of(new TilePlace(plane, left, top, side, step), range[0], range[1]);
				if (tile != null) tiles.add(tile);
			}
	}

	private static double[] range(final List<Plane> planes) {
		final double[] range = { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };
		for (final Plane plane : planes)
			for (int i = 0; i < plane.values().length; i++) {
				if (!plane.isKnown(i)) continue;
				range[0] = Math.min(range[0], plane.values()[i]);
				range[1] = Math.max(range[1], plane.values()[i]);
			}
		return range;
	}
}
