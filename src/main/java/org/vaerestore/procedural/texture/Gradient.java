package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

/**
 * Light that falls off to one side, straight or curved, as on a wall or a ball.
 *
 * @param axis along which it falls
 * @param length over which it falls, in pixels
 * @param curvature 0 for a plane
 */
record Gradient(Axis axis, double length, double curvature) implements Texture {

	static Texture draw(final int side, final SplittableRandom random) {
		return new Gradient(Axis.draw(random), side * random.nextDouble(0.4, 2), random.nextBoolean() ? 0 : random.nextDouble(-1,
			1));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = axis.along(x, y) / length, v = axis.across(x, y) / length;
		return u + curvature * (u * u + v * v);
	}
}
