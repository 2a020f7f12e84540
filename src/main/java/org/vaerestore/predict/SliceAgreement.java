package org.vaerestore.predict;

/**
 * Where slices agree, seen in tiles.
 * <p>
 * Where two slices show the same, they differ by their noise alone. Change is looked for in the difference after a blur, which
 * leaves little of the noise and most of what a lens lets through; what is found beyond the noise is held against the
 * slice as soon as it is a seventieth of the noise's variance, for so little is left of the noise in the end.
 * </p>
 *
 * @param grid of the region
 * @param noise of differences
 */
record SliceAgreement(CellGrid grid, DifferenceNoise noise) {

	private static final int TILE = 16, CELLS = TILE / CellGrid.SIDE;
	/** Standard deviation of the surroundings that say whether slices agree, in tiles, and how far these reach. */
	private static final double SURROUNDINGS = 0.8;
	private static final int FARTHEST = 2;
	/** What differences of pure noise exceed their expectation by, at most, in most places. */
	private static final double TOLERANCE = 1.15;
	/** Change, as a share of the noise's variance, by which the weight of a slice is halved. */
	private static final double HALVING = 0.014;

	/**
	 * Returns the variance of the noise of a difference in each cell.
	 *
	 * @param difference NaN where nothing is known
	 * @param share variance of its noise, relative to that of two slices
	 */
	float[] variances(final float[] difference, final double share) {
		final int width = grid.width();
		final double[] fine = new double[tiles()], counts = new double[fine.length];
		for (int y = 1; y + 1 < grid.height(); y++)
			for (int x = 1; x + 1 < width; x++) {
				final double second = SliceNoise.second(difference, y * width + x, width);
				if (Double.isNaN(second)) continue;
				final int tile = tile(x, y);
				fine[tile] += second * second / SliceNoise.SQUARES;
				counts[tile]++;
			}
		final float[] variances = new float[fine.length];
		for (int tile = 0; tile < variances.length; tile++) {
			final double count = around(counts, tile);
			variances[tile] = (float) noise.of(share, count == 0 ? 0 : around(fine, tile) / count);
		}
		return inCells(variances);
	}

	/**
	 * Returns the weight of a slice in each cell, 1 where it agrees.
	 *
	 * @param difference from the slice itself; NaN where one of them has nothing
	 * @param variances of the noise of the difference in each cell
	 */
	float[] weights(final float[] difference, final float[] variances) {
		final float[] smooth = noise.blurred(difference, grid);
		final double[] coarse = new double[tiles()], expected = new double[coarse.length], counts = new double[coarse.length];
		for (int y = 1; y + 1 < grid.height(); y++)
			for (int x = 1; x + 1 < grid.width(); x++) {
				final int i = y * grid.width() + x, tile = tile(x, y);
				coarse[tile] += (double) smooth[i] * smooth[i];
				expected[tile] += variances[grid.cell(i)];
				counts[tile]++;
			}
		final float[] weights = new float[coarse.length];
		final double halving = HALVING * noise.variance();
		for (int tile = 0; tile < weights.length; tile++) {
			final double count = around(counts, tile);
			if (count > 0) weights[tile] = (float) (halving / (halving + Math.max(0, around(coarse, tile) / count - TOLERANCE * noise
				.ofBlurred(around(expected, tile) / count))));
		}
		return inCells(weights);
	}

	private int columns() {
		return (grid.width() + TILE - 1) / TILE;
	}

	private int tiles() {
		return columns() * ((grid.height() + TILE - 1) / TILE);
	}

	private int tile(final int x, final int y) {
		return y / TILE * columns() + x / TILE;
	}

	private double around(final double[] tiles, final int tile) {
		final int columns = columns(), rows = tiles.length / columns, column = tile % columns, row = tile / columns;
		double sum = 0;
		for (int r = Math.max(0, row - FARTHEST); r <= Math.min(rows - 1, row + FARTHEST); r++)
			for (int c = Math.max(0, column - FARTHEST); c <= Math.min(columns - 1, column + FARTHEST); c++)
				sum += tiles[r * columns + c] * Math.exp(-((r - row) * (r - row) + (c - column) * (c - column)) / (2 *
					SURROUNDINGS * SURROUNDINGS));
		return sum;
	}

	/** Interpolates between the middles of tiles. */
	private float[] inCells(final float[] tiles) {
		final int columns = columns(), rows = tiles.length / columns;
		final float[] cells = new float[grid.count()];
		for (int cell = 0; cell < cells.length; cell++) {
			final double across = place(cell % grid.columns(), columns), down = place(cell / grid.columns(), rows);
			final int left = (int) across, top = (int) down, right = Math.min(columns - 1, left + 1), bottom = Math.min(rows - 1, top +
				1);
			final double fx = across - left, fy = down - top;
			cells[cell] = (float) ((1 - fy) * ((1 - fx) * tiles[top * columns + left] + fx * tiles[top * columns + right]) + fy *
				((1 - fx) * tiles[bottom * columns + left] + fx * tiles[bottom * columns + right]));
		}
		return cells;
	}

	private static double place(final int cell, final int tiles) {
		return Math.max(0, Math.min(tiles - 1, (cell + 0.5) / CELLS - 0.5));
	}
}
