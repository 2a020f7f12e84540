package org.vaerestore.procedural;

/**
 * A square picture that is looked at between its pixels, mirrored at its borders.
 *
 * @param values row-major
 */
record Sheet(float[] values, int side) {

	/** Returns the value at a point: Catmull and Rom's cubic through the pixels around. */
	double at(final double x, final double y) {
		final int column = (int) Math.floor(x), row = (int) Math.floor(y);
		final double u = x - column, v = y - row;
		if (column < 1 || row < 1 || column > side - 3 || row > side - 3) return mirrored(column, row, u, v);
		final int i = row * side + column;
		return cubic(along(i - side, u), along(i, u), along(i + side, u), along(i + 2 * side, u), v);
	}

	/** Returns a window whose upper left pixel is at a point: all its pixels are between others by the same, so rows go first. */
	float[] window(final int size, final double x, final double y) {
		final int column = (int) Math.floor(x), row = (int) Math.floor(y);
		final float[] across = weights(x - column), down = weights(y - row);
		final int[] columns = new int[size + 3];
		for (int i = 0; i < columns.length; i++)
			columns[i] = mirror(column + i - 1);
		final float[] rows = new float[(size + 3) * size];
		for (int r = 0; r < size + 3; r++) {
			final int line = mirror(row + r - 1) * side;
			for (int c = 0; c < size; c++)
				rows[r * size + c] = across[0] * values[line + columns[c]] + across[1] * values[line + columns[c + 1]] + across[2] *
					values[line + columns[c + 2]] + across[3] * values[line + columns[c + 3]];
		}
		final float[] window = new float[size * size];
		for (int i = 0; i < window.length; i++)
			window[i] = down[0] * rows[i] + down[1] * rows[i + size] + down[2] * rows[i + 2 * size] + down[3] * rows[i + 3 * size];
		return window;
	}

	/** Returns the shares of four neighbours in a value between the middle two. */
	private static float[] weights(final double t) {
		return new float[] { (float) cubic(1, 0, 0, 0, t), (float) cubic(0, 1, 0, 0, t), (float) cubic(0, 0, 1, 0, t), (float) cubic(0, 0,
			0, 1, t) };
	}

	/** Returns a window whose pixels are moved by fields, times a reach in pixels. */
	float[] window(final int size, final double x, final double y, final float[] moveX, final float[] moveY,
		final double reach)
	{
		final float[] window = new float[size * size];
		for (int i = 0; i < window.length; i++)
			window[i] = (float) at(x + i % size + reach * moveX[i], y + i / size + reach * moveY[i]);
		return window;
	}

	private double along(final int i, final double u) {
		return cubic(values[i - 1], values[i], values[i + 1], values[i + 2], u);
	}

	private double mirrored(final int column, final int row, final double u, final double v) {
		final double[] lines = new double[4];
		for (int k = 0; k < 4; k++) {
			final int line = mirror(row + k - 1) * side;
			lines[k] = cubic(values[line + mirror(column - 1)], values[line + mirror(column)], values[line + mirror(column + 1)],
				values[line + mirror(column + 2)], u);
		}
		return cubic(lines[0], lines[1], lines[2], lines[3], v);
	}

	private int mirror(final int position) {
		final int period = 2 * side - 2, folded = Math.floorMod(position, period);
		return folded < side ? folded : period - folded;
	}

	private static double cubic(final double a, final double b, final double c, final double d, final double t) {
		return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
	}
}
