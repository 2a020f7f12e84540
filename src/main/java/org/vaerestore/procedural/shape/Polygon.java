package org.vaerestore.procedural.shape;

import java.util.SplittableRandom;

/**
 * A convex polygon.
 *
 * @param reach farthest corner from the middle
 * @param cos of the directions that its sides face
 * @param sin of these
 * @param away how far from the middle its sides are
 */
record Polygon(double x, double y, double reach, double[] cos, double[] sin, double[] away) implements Shape {

	/** Draws one with 3 to 7 sides about a radius. */
	static Polygon draw(final double x, final double y, final double radius, final SplittableRandom random) {
		final int sides = random.nextInt(3, 8);
		final double[] cos = new double[sides], sin = new double[sides], away = new double[sides];
		final double turn = random.nextDouble(2 * Math.PI);
		for (int i = 0; i < sides; i++) {
			final double angle = turn + 2 * Math.PI * (i + random.nextDouble(-0.25, 0.25)) / sides;
			cos[i] = Math.cos(angle);
			sin[i] = Math.sin(angle);
			away[i] = radius * random.nextDouble(0.5, 0.9);
		}
		return new Polygon(x, y, 3 * radius, cos, sin, away);
	}

	@Override
	public double depth(final double px, final double py) {
		double depth = Double.POSITIVE_INFINITY;
		for (int i = 0; i < cos.length; i++)
			depth = Math.min(depth, away[i] - (px - x) * cos[i] - (py - y) * sin[i]);
		return Math.min(depth, reach - Math.max(Math.abs(px - x), Math.abs(py - y)));
	}
}
