package org.vaerestore.nn;

/**
 * Tiles that are computed at a time: a rectangle of them in each of some images. They are numbered image by image and row
 * by row.
 *
 * @param image first image
 * @param images number of images
 * @param top first row of tiles
 * @param down rows of tiles
 * @param left first tile of a row
 * @param across tiles of a row
 */
record TileBlock(int image, int images, int top, int down, int left, int across) {

	/** Returns the number of tiles. */
	int tiles() {
		return images * down * across;
	}
}
