package org.vaerestore.vae.noise;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The variance of the means of square cells of {@value CellCovariance#SIDE} x {@value CellCovariance#SIDE} pixels in flat tiles.
 * <p>
 * The flattest tiles are those where these means happen to vary least. So the cells of a tile are divided as the fields of
 * a chessboard: those of one colour tell how flat it is, those of the other what they vary.
 * </p>
 *
 * @param variance in units of a line of the variance
 * @param error relative standard error of it
 */
record CellMeans(double variance, double error) {

	private static final int SIDE = CellCovariance.SIDE;
	/** Degrees of freedom that a plane of best fit takes. */
	private static final int OF_PLANE = 3;

	/**
	 * Measures tiles; null if they have too few cells.
	 *
	 * @param share of the tiles that are held for flat
	 * @param fewest tiles that are
	 */
	static CellMeans of(final List<Tile> tiles, final VarianceLine line, final double share, final int fewest) {
		final int cells = tiles.get(0).place().side() / SIDE;
		final int flat = Math.min(tiles.size(), Math.max(fewest, (int) (share * tiles.size())));
		if (cells * cells < 4 * OF_PLANE) return null;
		final double[][] squares = new double[2][tiles.size()];
		for (int i = 0; i < tiles.size(); i++)
			for (int colour = 0; colour < 2; colour++)
				squares[colour][i] = squares(tiles.get(i), line, colour);
		double sum = 0, pixels = 0;
		for (int colour = 0; colour < 2; colour++) {
			final double[] flatness = squares[colour], measured = squares[1 - colour];
			final int[] flattest = IntStream.range(0, tiles.size()).filter(i -> !Double.isNaN(flatness[i])).boxed().sorted((a,
				b) -> Double.compare(flatness[a], flatness[b])).limit(flat).mapToInt(Integer::intValue).toArray();
			for (final int tile : flattest) {
				sum += measured[tile] / (2 * flattest.length);
				final int step = Math.min(tiles.get(tile).place().step(), cells * SIDE);
				pixels += (double) step * step;
			}
		}
		final double used = 1 - (double) OF_PLANE / (cells * cells);
		return pixels == 0 ? null : new CellMeans(sum / used, Math.sqrt(2 / (pixels / (SIDE * SIDE))));
	}

	/** Returns the mean square of the means of cells of a colour, NaN if one isn't known. */
	private static double squares(final Tile tile, final VarianceLine line, final int colour) {
		final int side = tile.place().side(), cells = side / SIDE;
		final double[] values = new double[side * side];
		final double unit = line.at(tile.mean());
		if (!(unit > 0)) return Double.NaN;
		tile.place().read(tile.recorded(), values);
		LocalTrend.subtract(values, side);
		double squares = 0;
		int count = 0;
		for (int cell = 0; cell < cells * cells; cell++) {
			if ((cell % cells + cell / cells) % 2 != colour) continue;
			double mean = 0;
			for (int i = 0; i < SIDE * SIDE; i++)
				mean += values[(cell / cells * SIDE + i / SIDE) * side + cell % cells * SIDE + i % SIDE] / (SIDE * SIDE);
			squares += mean * mean / unit;
			count++;
		}
		return squares / count;
	}
}
