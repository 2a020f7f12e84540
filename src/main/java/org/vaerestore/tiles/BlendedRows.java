package org.vaerestore.tiles;

import java.util.Arrays;

/**
 * A plane put together from tiles that overlap, row by row of the grid: each pixel is the mean of all tiles that cover it,
 * with weights that fall linearly to the end of a tile's input, so that no seam is left where tiles differ. Rows are
 * handed on as soon as no further tile covers them, so that never more than one row of tiles is held.
 * <p>
 * At the border of the plane the weights don't fall.
 * </p>
 */
public final class BlendedRows {

	private final int width;
	private final int height;
	private final int margin;
	private final int ramp;
	private final float[][] sums;
	/** Sums of weights; those of a pixel are the product of its column's and its row's. */
	private final float[] columnWeights;
	private final float[] rowWeights;
	/** First row that is held. */
	private int top;
	private final int tilesInRow;
	/** Tiles that were added. */
	private int tiles;

	/** Takes finished rows. */
	@FunctionalInterface
	public interface Sink {

		/**
		 * Takes rows.
		 *
		 * @param rows whole rows of the plane
		 * @param layers their values, row by row; valid during the call alone
		 */
		void accept(Region rows, float[][] layers);
	}

	/**
	 * Creates an empty plane.
	 *
	 * @param grid whose tiles will come, in its order
	 * @param width of the plane in pixels
	 * @param height of the plane in pixels
	 * @param halo of the grid; a tile counts from half of it on, and fully another one further in
	 * @param layers number of values of each pixel
	 */
	public BlendedRows(final TileGrid grid, final int width, final int height, final int halo, final int layers) {
		this.width = width;
		this.height = height;
		tilesInRow = grid.columns();
		margin = halo / 2;
		ramp = Math.max(1, halo);
		sums = new float[layers][Math.multiplyExact(width, Math.min(height, grid.inputHeight()))];
		columnWeights = new float[width];
		rowWeights = new float[Math.min(height, grid.inputHeight())];
	}

	/**
	 * Adds a tile.
	 *
	 * @param input where the tile is; what is beyond the plane is left out
	 * @param values of each layer, row by row
	 * @param sink takes the rows that lie above this tile
	 */
	public void add(final Region input, final float[][] values, final Sink sink) {
		if (input.y() > top) finish(input.y(), sink);
		final float[] across = weights(input.x(), input.width(), width);
		final float[] down = weights(input.y(), input.height(), height);
		final int rows = Math.min(input.height(), height - input.y());
		final int columns = Math.min(input.width(), width - input.x());
		// All rows of tiles have the same columns, and all tiles of a row the same rows.
		if (tiles % tilesInRow == 0) for (int y = 0; y < rows; y++)
			rowWeights[y + input.y() - top] += down[y];
		if (tiles < tilesInRow) for (int x = 0; x < columns; x++)
			columnWeights[input.x() + x] += across[x];
		tiles++;
		for (int layer = 0; layer < sums.length; layer++)
			for (int y = 0; y < rows; y++) {
				final int to = (y + input.y() - top) * width + input.x(), from = y * input.width();
				for (int x = 0; x < columns; x++)
					sums[layer][to + x] += across[x] * down[y] * values[layer][from + x];
			}
	}

	/** Hands on all rows that are left. */
	public void finish(final Sink sink) {
		finish(height, sink);
	}

	private void finish(final int before, final Sink sink) {
		final int rows = before - top;
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < width; x++) {
				final float weight = columnWeights[x] * rowWeights[y];
				for (final float[] sum : sums)
					sum[y * width + x] /= weight;
			}
		sink.accept(new Region(0, top, width, rows), sums);
		for (final float[] sum : sums)
			shift(sum, rows * width);
		shift(rowWeights, rows);
		top = before;
	}

	private static void shift(final float[] values, final int by) {
		System.arraycopy(values, by, values, 0, values.length - by);
		Arrays.fill(values, values.length - by, values.length, 0);
	}

	private float[] weights(final int from, final int length, final int available) {
		final float[] result = new float[length];
		for (int k = 0; k < length; k++) {
			final double rise = from <= 0 ? 1 : (k + 0.5 - margin) / ramp;
			final double fall = from + (long) length >= available ? 1 : (length - k - 0.5 - margin) / ramp;
			result[k] = (float) Math.max(0, Math.min(1, Math.min(rise, fall)));
		}
		return result;
	}
}
