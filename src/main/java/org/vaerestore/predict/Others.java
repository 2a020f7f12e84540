package org.vaerestore.predict;

import java.util.List;

/**
 * The slices beside one, averaged.
 *
 * @param mean of what is known of them, NaN where nothing is
 * @param weight of it, relative to that of the slice itself
 */
record Others(float[] mean, float[] weight) {

	/**
	 * Averages with weights that are interpolated between the middles of cells.
	 *
	 * @param slices NaN where nothing is known
	 * @param weights of each slice in the cells of the grid
	 */
	Others(final List<float[]> slices, final List<float[]> weights, final CellGrid grid) {
		this(new float[grid.width() * grid.height()], new float[grid.width() * grid.height()]);
		final float[] row = new float[grid.columns()];
		for (int k = 0; k < slices.size(); k++)
			for (int y = 0; y < grid.height(); y++) {
				grid.row(weights.get(k), y, row);
				for (int x = 0; x < grid.width(); x++) {
					final int i = y * grid.width() + x;
					final float value = slices.get(k)[i], here = grid.at(row, x);
					if (Float.isNaN(value)) continue;
					mean[i] += here * value;
					weight[i] += here;
				}
			}
		for (int i = 0; i < mean.length; i++)
			mean[i] = weight[i] > 0 ? mean[i] / weight[i] : Float.NaN;
	}
}
