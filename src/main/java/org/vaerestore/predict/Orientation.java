package org.vaerestore.predict;

/** One of the eight flips and rotations of a plane. */
record Orientation(int index) {

	static final int COUNT = 8;

	/** Returns whether width and height change places. */
	boolean transposes() {
		return (index & 4) != 0;
	}

	/** Returns, for each pixel of the oriented plane, the index of its source in the plane of width x height. */
	int[] sources(final int width, final int height) {
		final int orientedWidth = transposes() ? height : width;
		final int orientedHeight = transposes() ? width : height;
		final int[] sources = new int[width * height];
		for (int y = 0; y < orientedHeight; y++) {
			for (int x = 0; x < orientedWidth; x++) {
				final int u = transposes() ? y : x;
				final int v = transposes() ? x : y;
				final int sx = (index & 1) != 0 ? width - 1 - u : u;
				final int sy = (index & 2) != 0 ? height - 1 - v : v;
				sources[y * orientedWidth + x] = sy * width + sx;
			}
		}
		return sources;
	}
}
