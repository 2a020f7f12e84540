package org.vaerestore.predict;

import java.util.function.IntToDoubleFunction;

/** Sums over squares of a plane, whatever their size, at the same cost. */
final class LocalSums {

	private final double[] table;
	private final int width;
	private final int height;

	/**
	 * Prepares the sums.
	 *
	 * @param value of a pixel, by its index, row by row
	 */
	LocalSums(final int width, final int height, final IntToDoubleFunction value) {
		this.width = width;
		this.height = height;
		table = new double[(width + 1) * (height + 1)];
		for (int y = 0; y < height; y++) {
			double row = 0;
			for (int x = 0; x < width; x++) {
				row += value.applyAsDouble(y * width + x);
				table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1] + row;
			}
		}
	}

	/** Returns the sum over pixels at most so far from one along each axis. */
	double around(final int x, final int y, final int reach) {
		final int left = Math.max(0, x - reach), right = Math.min(width, x + reach + 1);
		final int top = Math.max(0, y - reach) * (width + 1), bottom = Math.min(height, y + reach + 1) * (width + 1);
		return table[bottom + right] - table[bottom + left] - table[top + right] + table[top + left];
	}
}
