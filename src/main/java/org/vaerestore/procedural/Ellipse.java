package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * An ellipse whose border waves.
 *
 * @param x of its middle, in pixels
 * @param y of its middle
 * @param a first half axis, in pixels
 * @param b second half axis
 * @param cos of the angle of the first axis
 * @param sin of it
 * @param wave height of the waves as a share of the radius
 * @param waves how many there are around
 * @param phase of the waves, in radians
 */
record Ellipse(double x, double y, double a, double b, double cos, double sin, double wave, int waves, double phase) {

	/** Draws one about a point, of about a radius. */
	static Ellipse around(final double x, final double y, final double radius, final double wave,
		final SplittableRandom random)
	{
		final double stretch = Math.sqrt(Draws.logUniform(random, 1, 2.5)), angle = random.nextDouble(Math.PI);
		return new Ellipse(x, y, radius * stretch, radius / stretch, Math.cos(angle), Math.sin(angle), wave, random.nextInt(2, 7),
			random.nextDouble(2 * Math.PI));
	}

	/** Returns the same one, its axes multiplied by a factor. */
	Ellipse scaled(final double factor) {
		return new Ellipse(x, y, factor * a, factor * b, cos, sin, wave, waves, phase);
	}

	/** Returns 1 in the middle, 0 on the border, below 0 outside. */
	double inside(final double px, final double py) {
		final double u = ((px - x) * cos + (py - y) * sin) / a, v = ((py - y) * cos - (px - x) * sin) / b;
		final double radius = Math.sqrt(u * u + v * v);
		// Farther than half a pixel outside of the highest wave: most points of the box about an ellipse, and waves take time.
		if (radius > 1 + wave + 0.5 / Math.min(a, b) + 1e-9) return 1 + wave - radius;
		return 1 + (wave == 0 ? 0 : wave * Math.sin(waves * Math.atan2(v, u) + phase)) - radius;
	}
}
