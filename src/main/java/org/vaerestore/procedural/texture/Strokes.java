package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Short straight strokes strewn at random: hatching if they share a direction, straw or bristles if they don't.
 *
 * @param cell side of the squares that have a stroke each, in pixels
 * @param length of the longest ones as a share of the square's side, up to 2
 * @param width in pixels
 * @param angle that they have on average, in radians
 * @param spread how far their angles differ from it, in radians
 */
record Strokes(double cell, double length, double width, double angle, double spread, LatticeRandom strokes) implements
	Texture
{

	static Texture draw(final SplittableRandom random) {
		final double cell = Draws.logUniform(random, 3, 24);
		return new Strokes(cell, random.nextDouble(0.8, 2), Math.max(0.7, cell * random.nextDouble(0.06, 0.3)), random
			.nextDouble(Math.PI), random.nextBoolean() ? Draws.logUniform(random, 0.03, 0.6) : Math.PI, new LatticeRandom(random
				.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = x / cell, v = y / cell;
		final long column = (long) Math.floor(u), row = (long) Math.floor(v);
		double brightest = 0;
		for (long r = row - 1; r <= row + 1; r++)
			for (long c = column - 1; c <= column + 1; c++) {
				final double dx = u - c - strokes.at(c, r, 0), dy = v - r - strokes.at(c, r, 1);
				final double half = length / 2 * (0.4 + 0.6 * strokes.at(c, r, 2));
				if (dx * dx + dy * dy > (half + 0.3) * (half + 0.3)) continue;
				final double turn = angle + spread * (2 * strokes.at(c, r, 3) - 1), cos = Math.cos(turn), sin = Math.sin(turn);
				final double beyond = Math.max(0, Math.abs(dx * cos + dy * sin) - half), across = dy * cos - dx * sin;
				final double distance = cell * Math.sqrt(beyond * beyond + across * across);
				brightest = Math.max(brightest, (0.5 + 0.5 * strokes.at(c, r, 4)) * Profile.cover(width / 2 - distance));
			}
		return 2 * brightest - 1;
	}
}
