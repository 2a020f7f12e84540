package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Walls round six-sided cells.
 *
 * @param axis of a row of cells
 * @param spacing from cell to cell, in pixels
 * @param wall its thickness, in pixels
 */
record Honeycomb(Axis axis, double spacing, double wall) implements Texture {

	private static final double HALF_ROOT = Math.sqrt(0.75);

	static Texture draw(final SplittableRandom random) {
		final double spacing = Draws.logUniform(random, 4, 28);
		return new Honeycomb(Axis.draw(random), spacing, Math.max(0.8, spacing * random.nextDouble(0.08, 0.35)));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = axis.along(x, y) / spacing, v = axis.across(x, y) / spacing;
		// Middles of cells are two rectangular lattices in each other; the nearer one is the cell.
		final double rows = 2 * HALF_ROOT, shifted = v - HALF_ROOT;
		final double u0 = u - Math.rint(u), v0 = v - rows * Math.rint(v / rows);
		final double u1 = u - 0.5 - Math.rint(u - 0.5), v1 = shifted - rows * Math.rint(shifted / rows);
		final boolean first = u0 * u0 + v0 * v0 < u1 * u1 + v1 * v1;
		final double dx = Math.abs(first ? u0 : u1), dy = Math.abs(first ? v0 : v1);
		final double border = 0.5 - Math.max(dx, dx / 2 + HALF_ROOT * dy);
		return 2 * Profile.cover(wall / 2 - border * spacing) - 1;
	}
}
