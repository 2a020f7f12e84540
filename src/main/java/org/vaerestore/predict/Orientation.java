package org.vaerestore.predict;

import org.vaerestore.tiles.Region;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;

/** One of the eight flips and rotations of a plane. */
record Orientation(int index) {

	static final int COUNT = 8;

	/** Returns whether width and height change places. */
	boolean transposes() {
		return (index & 4) != 0;
	}

	/** Returns where an oriented region begins: a function of its place alone, the same for all regions of a plane. */
	int originX(final Region region) {
		return transposes() ? alongY(region) : alongX(region);
	}

	/** See {@link #originX}. */
	int originY(final Region region) {
		return transposes() ? alongX(region) : alongY(region);
	}

	private int alongX(final Region region) {
		return (index & 1) != 0 ? -(region.x() + region.width()) : region.x();
	}

	private int alongY(final Region region) {
		return (index & 2) != 0 ? -(region.y() + region.height()) : region.y();
	}

	/** Returns the noise of an oriented plane. */
	ToldNoise of(final ToldNoise noise) {
		NoiseCorrelations correlations = noise.correlations();
		if (Integer.bitCount(index & 3) == 1) correlations = correlations.mirrored();
		return new ToldNoise(noise.level(), transposes() ? correlations.transposed() : correlations);
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
