package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Pebbles, scales or the grain of leather: the Voronoi cells of shaken points, rounded, with dark or bright seams (Worley,
 * SIGGRAPH 1996).
 *
 * @param cell mean distance of neighbours, in pixels
 * @param stretch how many times longer than wide they are
 * @param jitter how far points are shaken, 0 to 1
 * @param seam its width, in pixels
 * @param unequal how much their brightness differs, 0 to 1
 */
record Pebbles(Axis axis, double cell, double stretch, double jitter, double seam, double unequal, LatticeRandom points)
	implements Texture
{

	static Texture draw(final SplittableRandom random) {
		final double cell = Draws.logUniform(random, 3.5, 26);
		return new Pebbles(Axis.draw(random), cell, Draws.logUniform(random, 1, 2.2), random.nextDouble(0.3, 1), Math.max(0.8,
			cell * random.nextDouble(0.05, 0.4)), random.nextDouble(), new LatticeRandom(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = axis.along(x, y) / (cell * stretch), v = axis.across(x, y) / cell;
		final long column = (long) Math.floor(u), row = (long) Math.floor(v);
		double first = 9, second = 9, level = 0;
		for (long r = row - 1; r <= row + 1; r++)
			for (long c = column - 1; c <= column + 1; c++) {
				final double dx = c + 0.5 + jitter * (points.at(c, r, 0) - 0.5) - u, dy = r + 0.5 + jitter * (points.at(c, r, 1) -
					0.5) - v, square = dx * dx + dy * dy;
				if (square < first) {
					second = first;
					first = square;
					level = points.at(c, r, 2);
				}
				else if (square < second) second = square;
			}
		final double depth = (Math.sqrt(second) - Math.sqrt(first)) / 2 * cell;
		final double seamless = Math.min(1, depth / seam);
		return 2 * (1 - unequal * level) * seamless * (2 - seamless) - 1;
	}
}
