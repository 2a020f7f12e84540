package org.vaerestore.imagej.mask;

import java.util.Random;

/** Planes with Gaussian noise, and something drawn on them. */
final class DrawnPlane {

	final int width, height;
	final float[] values;

	DrawnPlane(final int width, final int height, final double level, final double noise, final long seed) {
		this.width = width;
		this.height = height;
		values = new float[width * height];
		final Random random = new Random(seed);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (level + noise * random.nextGaussian());
	}

	/** Sets the pixels within half a width of a straight line; returns them. */
	boolean[] line(final double x0, final double y0, final double x1, final double y1, final double lineWidth,
		final float value)
	{
		final boolean[] drawn = new boolean[values.length];
		final double length = Math.hypot(x1 - x0, y1 - y0);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
				final double across = Math.abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length;
				if (along < 0 || along > length || across > lineWidth / 2) continue;
				drawn[y * width + x] = true;
				values[y * width + x] = value;
			}
		return drawn;
	}

	/** Adds a Gaussian spot, as an optical system would image a point. */
	void spot(final double x, final double y, final double sigma, final double peak) {
		for (int v = 0; v < height; v++)
			for (int u = 0; u < width; u++)
				values[v * width + u] += (float) (peak * Math.exp(-((u - x) * (u - x) + (v - y) * (v - y)) / (2 * sigma *
					sigma)));
	}

	static int count(final boolean[] found) {
		int count = 0;
		for (final boolean one : found)
			if (one) count++;
		return count;
	}

	static int common(final boolean[] a, final boolean[] b) {
		int count = 0;
		for (int i = 0; i < a.length; i++)
			if (a[i] && b[i]) count++;
		return count;
	}
}
