package org.vaerestore.predict;

import java.util.function.IntToDoubleFunction;

/** Sums over rectangles of a plane, whatever their size, at the same cost. */
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
		final int left = Math.max(0, x - reach), top = Math.max(0, y - reach);
		return within(left, top, Math.min(width, x + reach + 1) - left, Math.min(height, y + reach + 1) - top);
	}

	/** Returns the sum over a rectangle of the plane. */
	double within(final int left, final int top, final int across, final int down) {
		final int upper = top * (width + 1) + left, lower = (top + down) * (width + 1) + left;
		return table[lower + across] - table[lower] - table[upper + across] + table[upper];
	}
}
