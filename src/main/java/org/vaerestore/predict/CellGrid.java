package org.vaerestore.predict;

import java.util.Arrays;

import org.vaerestore.procedural.GaussianBlur;

/**
 * A region cut into cells of 4 x 4 pixels, on which what changes slowly is computed.
 *
 * @param width of the region in pixels
 * @param height of the region in pixels
 */
record CellGrid(int width, int height) {

	static final int SIDE = 4;

	/** At least 2, as a blur mirrors at the borders. */
	int columns() {
		return Math.max(2, (width + SIDE - 1) / SIDE);
	}

	int rows() {
		return Math.max(2, (height + SIDE - 1) / SIDE);
	}

	int count() {
		return columns() * rows();
	}

	/** Returns the cell that a pixel lies in. */
	int cell(final int pixel) {
		return pixel / width / SIDE * columns() + pixel % width / SIDE;
	}

	/** Returns the sums of a region's values over the cells; values that are not numbers don't count. */
	float[] sums(final float[] values) {
		final float[] sums = new float[count()];
		for (int i = 0; i < values.length; i++)
			if (!Float.isNaN(values[i])) sums[cell(i)] += values[i];
		return sums;
	}

	/** Returns how many values of each cell are numbers. */
	float[] counts(final float[] values) {
		final float[] counts = new float[count()];
		for (int i = 0; i < values.length; i++)
			if (!Float.isNaN(values[i])) counts[cell(i)]++;
		return counts;
	}

	/** Returns values of cells after a Gaussian blur; sigma in cells. */
	float[] blur(final float[] cells, final double sigma) {
		return GaussianBlur.blur(cells, columns(), rows(), sigma);
	}

	/** Returns the largest value within some cells of each cell. */
	float[] largestAround(final float[] cells, final int reach) {
		return largestInColumns(largestInRows(cells, reach), reach);
	}

	/** Adds to a region, in place, the values of cells, interpolated between their middles, times a factor; NaN stays NaN. */
	void addTo(final float[] values, final float[] cells, final float factor) {
		final float[] row = new float[columns()];
		for (int y = 0; y < height; y++) {
			row(cells, y, row);
			for (int x = 0; x < width; x++)
				values[y * width + x] += factor * at(row, x);
		}
	}

	/** Interpolates the values of the cells along a row of pixels, one for each column of cells. */
	void row(final float[] cells, final int y, final float[] row) {
		final float down = Math.max(0, Math.min(rows() - 1, (y + 0.5f) / SIDE - 0.5f));
		final int top = Math.min(rows() - 2, (int) down) * columns();
		final float share = down - top / columns();
		for (int column = 0; column < row.length; column++)
			row[column] = (1 - share) * cells[top + column] + share * cells[top + columns() + column];
	}

	/** Interpolates along a {@linkplain #row row}. */
	float at(final float[] row, final int x) {
		final float across = Math.max(0, Math.min(row.length - 1, (x + 0.5f) / SIDE - 0.5f));
		final int left = Math.min(row.length - 2, (int) across);
		return row[left] + (across - left) * (row[left + 1] - row[left]);
	}

	private float[] largestInRows(final float[] cells, final int reach) {
		final float[] result = new float[cells.length];
		for (int row = 0; row < rows(); row++)
			for (int column = 0; column < columns(); column++) {
				float most = Float.NEGATIVE_INFINITY;
				for (int c = Math.max(0, column - reach); c <= Math.min(columns() - 1, column + reach); c++)
					most = Math.max(most, cells[row * columns() + c]);
				result[row * columns() + column] = most;
			}
		return result;
	}

	private float[] largestInColumns(final float[] cells, final int reach) {
		final float[] result = new float[cells.length];
		Arrays.fill(result, Float.NEGATIVE_INFINITY);
		for (int row = 0; row < rows(); row++)
			for (int r = Math.max(0, row - reach); r <= Math.min(rows() - 1, row + reach); r++)
				for (int column = 0; column < columns(); column++)
					result[row * columns() + column] = Math.max(result[row * columns() + column], cells[r * columns() + column]);
		return result;
	}
}
