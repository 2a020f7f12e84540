package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Spots strewn at random, of unequal size.
 *
 * @param cell side of the squares that have a spot each, or none, in pixels
 * @param share of squares that have one
 * @param radius of the largest ones as a share of the square's side, up to 0.8
 * @param soft whether spots fade as a Gaussian does, else they have a sharp border
 */
record Speckles(double cell, double share, double radius, boolean soft, LatticeRandom spots) implements Texture {

	static Texture draw(final SplittableRandom random) {
		return new Speckles(Draws.logUniform(random, 2.5, 25), Draws.logUniform(random, 0.1, 1), random.nextDouble(0.2, 0.8),
			random.nextBoolean(), new LatticeRandom(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = x / cell, v = y / cell;
		final long column = (long) Math.floor(u), row = (long) Math.floor(v);
		double brightest = 0;
		for (long r = row - 1; r <= row + 1; r++)
			for (long c = column - 1; c <= column + 1; c++) {
				if (spots.at(c, r, 0) >= share) continue;
				final double dx = c + spots.at(c, r, 1) - u, dy = r + spots.at(c, r, 2) - v, square = dx * dx + dy * dy;
				if (square > 1) continue;
				final double size = radius * (0.4 + 0.6 * spots.at(c, r, 3)), strength = 0.5 + 0.5 * spots.at(c, r, 4);
				brightest = Math.max(brightest, strength * (soft ? Math.exp(-3 * square / (size * size)) : Profile.cover((size -
					Math.sqrt(square)) * cell)));
			}
		return 2 * brightest - 1;
	}
}
