package org.vaerestore.procedural.shape;

import java.util.SplittableRandom;

/**
 * A thin stroke along the arc of a circle, thinner towards its ends: hair, stalks, twigs, wires.
 *
 * @param x of the middle of the arc
 * @param y of the middle of the arc
 * @param cos of the direction from the circle's middle to the arc's
 * @param sin of it
 * @param radius of the circle
 * @param half of the length
 * @param width in the middle
 * @param taper share of the width that is lost at its ends, 0 to 1
 */
record Stroke(double x, double y, double cos, double sin, double radius, double half, double width, double taper)
	implements Shape
{

	static Stroke draw(final double x, final double y, final double angle, final double half, final double width,
		final SplittableRandom random)
	{
		return new Stroke(x, y, Math.cos(angle), Math.sin(angle), half * (0.4 + 1 / random.nextDouble(0.05, 1)), half, width,
			random.nextInt(2) * random.nextDouble());
	}

	@Override
	public double reach() {
		return half + width;
	}

	@Override
	public double depth(final double px, final double py) {
		final double u = (px - x) * cos + (py - y) * sin + radius, v = (py - y) * cos - (px - x) * sin;
		final double across = Math.abs(Math.sqrt(u * u + v * v) - radius), along = Math.abs(radius * Math.atan2(v, u));
		final double share = Math.min(1, along / half);
		return Math.min(half - along, width / 2 * (1 - taper * share * share) - across);
	}
}
