package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

/**
 * A texture bent round a point, as rings or the rim of a pot.
 *
 * @param x of the point, in pixels
 * @param y of the point
 * @param radius at which the texture has its own size
 */
record Bent(Texture texture, double x, double y, double radius) implements Texture {

	static Texture draw(final Texture texture, final int side, final SplittableRandom random) {
		final double angle = random.nextDouble(2 * Math.PI), away = side * random.nextDouble(0.2, 2);
		return new Bent(texture, side / 2.0 + away * Math.cos(angle), side / 2.0 + away * Math.sin(angle), Math.max(0.2 * side,
			away - 0.5 * side));
	}

	@Override
	public double at(final double u, final double v) {
		final double dx = u - x, dy = v - y;
		return texture.at(Math.sqrt(dx * dx + dy * dy), radius * Math.atan2(dy, dx));
	}
}
