package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Round spots in rows, one above the other or in the gaps of the row before.
 *
 * @param axis of the rows
 * @param spacing from spot to spot, in pixels
 * @param hexagonal whether each spot has six neighbours, else four
 * @param radius in pixels
 * @param soft whether spots fade as a Gaussian does, else they have a sharp border
 */
record SpotLattice(Axis axis, double spacing, boolean hexagonal, double radius, boolean soft) implements Texture {

	private static final double ROW = Math.sqrt(0.75);

	static Texture draw(final SplittableRandom random) {
		final double spacing = Draws.logUniform(random, 2.5, 24);
		return new SpotLattice(Axis.draw(random), spacing, random.nextBoolean(), spacing * random.nextDouble(0.15, 0.45), random
			.nextBoolean());
	}

	@Override
	public double at(final double x, final double y) {
		final double u = axis.along(x, y) / spacing, v = axis.across(x, y) / (hexagonal ? ROW * spacing : spacing);
		final double row = Math.floor(v);
		final double square = Math.min(square(u, v, row), square(u, v, row + 1)) * spacing * spacing;
		return soft ? 2 * Math.exp(-square / (radius * radius)) - 1 : 2 * Profile.cover(radius - Math.sqrt(square)) - 1;
	}

	/** Returns the squared distance to the next spot of a row, in squared spacings. */
	private double square(final double u, final double v, final double row) {
		final double shifted = hexagonal && Math.floorMod((long) row, 2) == 1 ? u + 0.5 : u;
		final double dx = shifted - Math.rint(shifted), dy = (v - row) * (hexagonal ? ROW : 1);
		return dx * dx + dy * dy;
	}
}
