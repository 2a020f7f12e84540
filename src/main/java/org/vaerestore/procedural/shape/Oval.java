package org.vaerestore.procedural.shape;

/**
 * An ellipse, or what comes to a point at both ends as leaves do.
 *
 * @param a half of its length
 * @param b half of its width
 * @param pointed whether its ends are pointed: then it is what two circles have in common
 */
record Oval(double x, double y, double cos, double sin, double a, double b, boolean pointed) implements Shape {

	@Override
	public double reach() {
		return a;
	}

	@Override
	public double depth(final double px, final double py) {
		final double u = (px - x) * cos + (py - y) * sin, v = (py - y) * cos - (px - x) * sin;
		if (pointed) {
			final double radius = (a * a + b * b) / (2 * b), away = radius - b;
			return radius - Math.sqrt(u * u + (Math.abs(v) + away) * (Math.abs(v) + away));
		}
		final double place = Math.sqrt(u * u / (a * a) + v * v / (b * b));
		final double slope = Math.sqrt(u * u / (a * a * a * a) + v * v / (b * b * b * b));
		// The first-order distance: the value over its gradient.
		return slope < 1e-9 ? b : place * (1 - place) / slope;
	}
}
