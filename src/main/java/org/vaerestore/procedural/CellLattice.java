package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Cells side by side that fill a plane: the Voronoi cells of the points of a lattice that has been shaken. */
final class CellLattice {

	private final double spacing;
	private final int across;
	private final double[] x;
	private final double[] y;

	/**
	 * Draws a lattice.
	 *
	 * @param side of the plane in pixels
	 * @param spacing of the cells in pixels
	 * @param jitter how far points are shaken, as a share of the spacing, below 0.5
	 */
	CellLattice(final int side, final double spacing, final double jitter, final SplittableRandom random) {
		this.spacing = spacing;
		across = (int) (side / spacing) + 5;
		x = new double[across * across];
		y = new double[across * across];
		for (int i = 0; i < x.length; i++) {
			x[i] = (i % across - 2 + random.nextDouble(-jitter, jitter)) * spacing;
			y[i] = (i / across - 2 + random.nextDouble(-jitter, jitter)) * spacing;
		}
	}

	/**
	 * Where a point is.
	 *
	 * @param cell index of the cell that it is in
	 * @param border distance to the border of the cell, in pixels
	 */
	record Place(int cell, double border) {
	}

	int cells() {
		return x.length;
	}

	Place at(final double u, final double v) {
		final int column = (int) Math.round(u / spacing) + 2, row = (int) Math.round(v / spacing) + 2;
		double first = Double.POSITIVE_INFINITY, second = Double.POSITIVE_INFINITY;
		int nearest = 0;
		for (int r = Math.max(0, row - 2); r <= Math.min(across - 1, row + 2); r++)
			for (int c = Math.max(0, column - 2); c <= Math.min(across - 1, column + 2); c++) {
				final int cell = r * across + c;
				final double square = (u - x[cell]) * (u - x[cell]) + (v - y[cell]) * (v - y[cell]);
				if (square < first) {
					second = first;
					first = square;
					nearest = cell;
				}
				else if (square < second) second = square;
			}
		return new Place(nearest, (Math.sqrt(second) - Math.sqrt(first)) / 2);
	}
}
