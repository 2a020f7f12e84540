package org.vaerestore.procedural;

/**
 * Cells that fill space: the Voronoi cells of the points of a lattice that has been shaken, drawn out along an axis of the
 * plane.
 */
final class SpaceLattice {

	private static final int NEAR = 27;

	private final long seed;
	private final double spacing;
	private final double jitter;
	private final double stretch;
	private final double cos;
	private final double sin;
	/** The points about the box that was asked for last: the next point is in the same one mostly. */
	private final double[] x = new double[NEAR], y = new double[NEAR], z = new double[NEAR];
	private final long[] bits = new long[NEAR];
	private int column, row, layer;
	private boolean filled;

	/**
	 * Makes one.
	 *
	 * @param seed decides where the points are
	 * @param spacing of the cells in pixels
	 * @param jitter how far points are shaken, as a share of the spacing, below 1
	 * @param angle of the axis
	 * @param stretch how many times longer cells are along it
	 */
	SpaceLattice(final long seed, final double spacing, final double jitter, final double angle, final double stretch) {
		this.seed = seed;
		this.spacing = spacing;
		this.jitter = jitter;
		this.stretch = stretch;
		cos = Math.cos(angle);
		sin = Math.sin(angle);
	}

	/**
	 * Where a point is.
	 *
	 * @param level of the cell that it is in, -0.5 to 0.5
	 * @param border distance to the border of the cell, in pixels
	 */
	record Place(double level, double border) {
	}

	double spacing() {
		return spacing;
	}

	Place at(final double px, final double py, final double pz) {
		final double u = (px * cos + py * sin) / (spacing * stretch), v = (py * cos - px * sin) / spacing, w = pz / spacing;
		fill((int) Math.floor(u), (int) Math.floor(v), (int) Math.floor(w));
		double first = Double.POSITIVE_INFINITY, second = Double.POSITIVE_INFINITY;
		int nearest = 0;
		for (int i = 0; i < NEAR; i++) {
			final double square = (x[i] - u) * (x[i] - u) + (y[i] - v) * (y[i] - v) + (z[i] - w) * (z[i] - w);
			if (square < first) {
				second = first;
				first = square;
				nearest = i;
			}
			else if (square < second) second = square;
		}
		return new Place(share(bits[nearest] * 0x9E3779B97F4A7C15L, 40), spacing * (Math.sqrt(second) - Math.sqrt(first)) / 2);
	}

	private void fill(final int c, final int r, final int l) {
		if (filled && c == column && r == row && l == layer) return;
		for (int i = 0; i < NEAR; i++) {
			final int atX = c + i % 3 - 1, atY = r + i / 3 % 3 - 1, atZ = l + i / 9 - 1;
			bits[i] = bits(atX, atY, atZ);
			x[i] = atX + 0.5 + jitter * share(bits[i], 0);
			y[i] = atY + 0.5 + jitter * share(bits[i], 21);
			z[i] = atZ + 0.5 + jitter * share(bits[i], 42);
		}
		column = c;
		row = r;
		layer = l;
		filled = true;
	}

	private long bits(final long c, final long r, final long l) {
		long mixed = seed * 0x9E3779B97F4A7C15L + c * 0xC2B2AE3D27D4EB4FL + r * 0x165667B19E3779F9L + l * 0x27D4EB2F165667C5L;
		mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
		return mixed ^ mixed >>> 31;
	}

	private static double share(final long bits, final int from) {
		return (bits >>> from & 0x1FFFFF) / (double) 0x200000 - 0.5;
	}
}
