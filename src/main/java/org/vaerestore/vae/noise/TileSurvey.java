package org.vaerestore.vae.noise;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * The tiles of some planes.
 *
 * @param tiles those that tell something about noise
 * @param planes those that were looked at
 * @param values of the known pixels
 * @param cell side of the cells of a tile in pixels
 */
record TileSurvey(List<Tile> tiles, List<Plane> planes, ValueHistogram values, int cell) {

	private static final int MOST_PLANES = 12;
	private static final int MOST_TILES = 5000;
	private static final int LARGE = 16;
	private static final int SMALL = 8;

	static TileSurvey of(final List<Plane> planes) {
		final List<Plane> some = new ArrayList<>();
		final int count = Math.min(planes.size(), MOST_PLANES);
		for (int i = 0; i < count; i++)
			some.add(planes.get((int) ((long) i * planes.size() / count)));
		final ValueHistogram values = ValueHistogram.of(some);
		final List<Tile> tiles = new ArrayList<>();
		final int shortest = some.stream().mapToInt(plane -> Math.min(plane.width(), plane.height())).min().orElse(0);
		final int side = shortest < 4 * LARGE ? SMALL : LARGE;
		for (final Plane plane : some)
			addTiles(plane, side, MOST_TILES / count, values, tiles);
		return new TileSurvey(tiles, some, values, side / Tile.CELLS);
	}

	/** Returns the least known value. */
	double lowest() {
		return values.lowest();
	}

	/** Returns the largest known value. */
	double highest() {
		return values.highest();
	}

	/** Returns the number of pixels that are known. */
	long pixels() {
		return values.count();
	}

	/** Returns the mean variance of the known pixels by a line, and their own about their mean. */
	Variances variances(final VarianceLine noise) {
		return new Variances(values.mean(value -> Math.max(0, noise.at(value))), values.variance());
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

	private static void addTiles(final Plane plane, final int side, final int most, final ValueHistogram values,
		final List<Tile> tiles)
	{
		if (Math.min(plane.width(), plane.height()) < side) return;
		final double area = (double) (plane.width() - side + 1) * (plane.height() - side + 1);
		final int step = (int) Math.max(side / 4, Math.ceil(Math.sqrt(area / most)));
		for (int top = 0; top <= plane.height() - side; top += step)
			for (int left = 0; left <= plane.width() - side; left += step) {
				final Tile tile = Tile.of(new TilePlace(plane, plane.width(), left, top, side, step), values.lowest(), values
					.highest());
				if (tile != null) tiles.add(tile);
			}
	}
}
