package org.vaerestore.sample;

/**
 * Dye in space: planes of pixels, {@link #PITCH} pixels apart.
 *
 * @param width pixels
 * @param height pixels
 * @param planes amount of dye, one array per plane, row-major
 */
record Volume(int width, int height, float[][] planes) {

	/** Distance of two planes in units of a pixel's side. */
	static final double PITCH = 2.5;

	/** Planes above and below the imaged ones, which add light from out of focus. */
	static final int MARGIN = 4;

	static Volume empty(final int width, final int height, final int planes) {
		return new Volume(width, height, new float[planes][width * height]);
	}

	/** Returns the depth of the whole volume in pixels. */
	double depth() {
		return planes.length * PITCH;
	}

	/** Adds dye at a point, shared out among the eight nearest voxels; all in pixels, what is outside is lost. */
	void add(final double x, final double y, final double z, final double amount) {
		final int x0 = (int) Math.floor(x), y0 = (int) Math.floor(y), z0 = (int) Math.floor(z / PITCH);
		final double fx = x - x0, fy = y - y0, fz = z / PITCH - z0;
		for (int corner = 0; corner < 8; corner++) {
			final int dx = corner & 1, dy = corner >> 1 & 1, dz = corner >> 2;
			final int px = x0 + dx, py = y0 + dy, pz = z0 + dz;
			if (px < 0 || py < 0 || pz < 0 || px >= width || py >= height || pz >= planes.length) continue;
			planes[pz][py * width + px] += (float) (amount * (dx == 0 ? 1 - fx : fx) * (dy == 0 ? 1 - fy : fy) * (dz == 0
				? 1 - fz : fz));
		}
	}
}
