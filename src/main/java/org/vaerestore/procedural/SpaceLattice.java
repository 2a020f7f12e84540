package org.vaerestore.procedural;

/**
 * Cells that fill space: the Voronoi cells of the points of a lattice that has been shaken, drawn out along an axis of the
 * plane.
 *
 * @param seed decides where the points are
 * @param spacing of the cells in pixels
 * @param jitter how far points are shaken, as a share of the spacing, below 1
 * @param angle of the axis
 * @param stretch how many times longer they are along it
 */
record SpaceLattice(long seed, double spacing, double jitter, double angle, double stretch) {

	/**
	 * Where a point is.
	 *
	 * @param level of the cell that it is in, -0.5 to 0.5
	 * @param border distance to the border of the cell, in pixels
	 */
	record Place(double level, double border) {
	}

	Place at(final double px, final double py, final double pz) {
		final double cos = Math.cos(angle), sin = Math.sin(angle);
		final double x = (px * cos + py * sin) / (spacing * stretch), y = (py * cos - px * sin) / spacing, z = pz / spacing;
		final int column = (int) Math.floor(x), row = (int) Math.floor(y), layer = (int) Math.floor(z);
		double first = Double.POSITIVE_INFINITY, second = Double.POSITIVE_INFINITY;
		long nearest = 0;
		for (int c = column - 1; c <= column + 1; c++)
			for (int r = row - 1; r <= row + 1; r++)
				for (int l = layer - 1; l <= layer + 1; l++) {
					final long bits = bits(c, r, l);
					final double u = c + 0.5 + jitter * share(bits, 0) - x, v = r + 0.5 + jitter * share(bits, 21) - y, w = l + 0.5 + jitter *
						share(bits, 42) - z;
					final double square = u * u + v * v + w * w;
					if (square < first) {
						second = first;
						first = square;
						nearest = bits;
					}
					else if (square < second) second = square;
				}
		return new Place(share(nearest * 0x9E3779B97F4A7C15L, 40), spacing * (Math.sqrt(second) - Math.sqrt(first)) / 2);
	}

	private long bits(final long c, final long r, final long l) {
		long bits = seed * 0x9E3779B97F4A7C15L + c * 0xC2B2AE3D27D4EB4FL + r * 0x165667B19E3779F9L + l * 0x27D4EB2F165667C5L;
		bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
		return bits ^ bits >>> 31;
	}

	private static double share(final long bits, final int from) {
		return (bits >>> from & 0x1FFFFF) / (double) 0x200000 - 0.5;
	}
}
