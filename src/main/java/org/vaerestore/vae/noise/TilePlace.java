package org.vaerestore.vae.noise;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * Where a square tile lies.
 *
 * @param plane of the tile
 * @param left column of its first pixel
 * @param top row of its first pixel
 * @param side in pixels
 * @param step distance to the next tile in pixels, less than the side if tiles overlap
 */
record TilePlace(Plane plane, int left, int top, int side, int step) {

	/** Copies the values of the tile, row by row, less a mean; NaN where they aren't known. */
	void read(final double mean, final double[] values) {
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final int from = (top + y) * plane.width() + left + x;
				values[y * side + x] = plane.isKnown(from) ? plane.values()[from] - mean : Double.NaN;
			}
	}
}
