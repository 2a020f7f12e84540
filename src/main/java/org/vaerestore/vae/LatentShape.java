package org.vaerestore.vae;

/** Extent of the latents of a level. */
record LatentShape(int rows, int height, int width, int channels) {

	int positions() {
		return rows * height * width;
	}

	int rowSize() {
		return height * width * channels;
	}

	int size() {
		return positions() * channels;
	}
}
