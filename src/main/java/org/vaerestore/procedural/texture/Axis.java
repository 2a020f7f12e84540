package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

/**
 * A direction in the plane.
 *
 * @param cos of its angle
 * @param sin of its angle
 */
record Axis(double cos, double sin) {

	static Axis draw(final SplittableRandom random) {
		// Made things stand upright more often than not.
		return random.nextInt(4) == 0 ? of(random.nextInt(4) * Math.PI / 2) : of(random.nextDouble(2 * Math.PI));
	}

	static Axis of(final double angle) {
		return new Axis(Math.cos(angle), Math.sin(angle));
	}

	double along(final double x, final double y) {
		return x * cos + y * sin;
	}

	double across(final double x, final double y) {
		return y * cos - x * sin;
	}
}
