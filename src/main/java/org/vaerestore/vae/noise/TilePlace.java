package org.vaerestore.vae.noise;

/**
 * Where a square tile lies.
 *
 * @param pixels of which it is a part
 * @param width of a row of these
 * @param left column of its first pixel
 * @param top row of its first pixel
 * @param side in pixels
 * @param step distance to the next tile in pixels, less than the side if tiles overlap
 */
record TilePlace(TilePixels pixels, int width, int left, int top, int side, int step) {

	/** The values of a plane, or what is made of several. */
	interface TilePixels {

		/** Returns a value, NaN where it isn't known; the index counts row by row. */
		double at(int index);
	}

	/** Returns the same place of other pixels. */
	TilePlace of(final TilePixels other) {
		return new TilePlace(other, width, left, top, side, step);
	}

	/** Copies the values of the tile, row by row, less a mean; NaN where they aren't known. */
	void read(final double mean, final double[] values) {
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				values[y * side + x] = pixels.at((top + y) * width + left + x) - mean;
	}
}
