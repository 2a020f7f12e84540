package org.vaerestore.vae.noise;

/** The plane of best fit through the values of a tile. */
final class LocalTrend {

	private LocalTrend() {}

	/**
	 * Takes the plane of best fit away.
	 *
	 * @param values row by row, NaN where unknown; changed
	 * @param side of the tile in pixels
	 */
	static void subtract(final double[] values, final int side) {
		double mean = 0;
		double centerX = 0;
		double centerY = 0;
		int count = 0;
		for (int i = 0; i < values.length; i++)
			if (!Double.isNaN(values[i])) {
				mean += values[i];
				centerX += i % side;
				centerY += i / side;
				count++;
			}
		mean /= count;
		centerX /= count;
		centerY /= count;
		double xx = 0;
		double xy = 0;
		double yy = 0;
		double xv = 0;
		double yv = 0;
		for (int i = 0; i < values.length; i++) {
			if (Double.isNaN(values[i])) continue;
			final double x = i % side - centerX;
			final double y = i / side - centerY;
			values[i] -= mean;
			xx += x * x;
			xy += x * y;
			yy += y * y;
			xv += x * values[i];
			yv += y * values[i];
		}
		final double determinant = xx * yy - xy * xy;
		if (!(determinant > 0)) return;
		final double slopeX = (xv * yy - yv * xy) / determinant;
		final double slopeY = (yv * xx - xv * xy) / determinant;
		for (int i = 0; i < values.length; i++)
			if (!Double.isNaN(values[i])) values[i] -= slopeX * (i % side - centerX) + slopeY * (i / side - centerY);
	}
}
