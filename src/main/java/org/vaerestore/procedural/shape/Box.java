package org.vaerestore.procedural.shape;

/**
 * A rectangle with sharp or round corners, down to a bar.
 *
 * @param a half of its length
 * @param b half of its width
 * @param round radius of its corners, at most {@code b}
 */
record Box(double x, double y, double cos, double sin, double a, double b, double round) implements Shape {

	@Override
	public double reach() {
		return Math.sqrt(a * a + b * b);
	}

	@Override
	public double depth(final double px, final double py) {
		final double u = Math.abs((px - x) * cos + (py - y) * sin) - a + round, v = Math.abs((py - y) * cos - (px - x) *
			sin) - b + round;
		final double du = Math.max(0, u), dv = Math.max(0, v);
		return round - Math.sqrt(du * du + dv * dv) - Math.min(0, Math.max(u, v));
	}
}
