package org.vaerestore.procedural;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A square plane that shapes are drawn on. */
final class Canvas {

	private final int side;
	private final float[] values;

	Canvas(final int side, final double level) {
		this.side = side;
		values = new float[side * side];
		Arrays.fill(values, (float) level);
	}

	/** Paints on a plane, row-major. */
	Canvas(final float[] values, final int side) {
		this.side = side;
		this.values = values;
	}

	/** Says what a point gets. */
	interface Paint {

		/**
		 * Returns a value.
		 *
		 * @param before what the point has
		 * @param inside how far inside the shape the point is, 0 at its border, 1 in its middle
		 */
		double at(int x, int y, double before, double inside);
	}

	float[] values() {
		return values;
	}

	/** Paints an ellipse with a wavy border; a soft border of one pixel keeps it from being jagged. */
	void ellipse(final Ellipse shape, final Paint paint) {
		final double reach = 1.3 * Math.max(shape.a(), shape.b()) + 1;
		for (int y = from(shape.y() - reach); y <= to(shape.y() + reach); y++)
			for (int x = from(shape.x() - reach); x <= to(shape.x() + reach); x++) {
				final double inside = shape.inside(x, y);
				final double cover = Math.min(1, inside * Math.min(shape.a(), shape.b()) + 0.5);
				if (cover <= 0) continue;
				final int i = y * side + x;
				values[i] += (float) (cover * (paint.at(x, y, values[i], Math.max(0, inside)) - values[i]));
			}
	}

	/** Adds a Gaussian spot. */
	void spot(final double x, final double y, final double sigma, final double peak) {
		final double reach = 3.5 * sigma + 1;
		for (int v = from(y - reach); v <= to(y + reach); v++)
			for (int u = from(x - reach); u <= to(x + reach); u++)
				values[v * side + u] += (float) (peak * Math.exp(-((u - x) * (u - x) + (v - y) * (v - y)) / (2 * sigma *
					sigma)));
	}

	/** Adds a curve that wanders, as a row of spots. */
	void curve(final double startX, final double startY, final double startHeading, final double length,
		final double wander, final double sigma, final double peak, final SplittableRandom random)
	{
		double x = startX, y = startY, heading = startHeading, curvature = 0;
		final double step = Math.max(0.5, 0.8 * sigma);
		for (double done = 0; done < length; done += step) {
			if (x < -20 || y < -20 || x > side + 20 || y > side + 20) return;
			curvature += step * (-0.04 * curvature) + wander * Math.sqrt(step) * random.nextGaussian();
			heading += curvature * step;
			x += step * Math.cos(heading);
			y += step * Math.sin(heading);
			spot(x, y, sigma, peak * step / (sigma * 2.5) * (0.85 + 0.3 * random.nextDouble()));
		}
	}

	private int from(final double position) {
		return Math.max(0, (int) Math.floor(position));
	}

	private int to(final double position) {
		return Math.min(side - 1, (int) Math.ceil(position));
	}
}
