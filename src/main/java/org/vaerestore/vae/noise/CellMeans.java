package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The variance of the means of square cells of {@value CellCovariance#SIDE} x {@value CellCovariance#SIDE} pixels in flat tiles.
 * <p>
 * The flattest tiles are those where these means happen to vary least. So the cells of a tile are divided as the fields of
 * a chessboard: those of one colour tell how flat it is, those of the other what they vary about the plane of best fit.
 * </p>
 *
 * @param variance in units of a line of the variance
 * @param error relative standard error of it
 */
record CellMeans(double variance, double error) {

	private static final int SIDE = CellCovariance.SIDE;
	/** Cells along a side of the tiles that have enough of them. */
	private static final int CELLS = 4;
	private static final int TILE = CELLS * SIDE;
	/** By distance, [y, x] from 0 on, what a covariance adds to the variance of the means. */
	private static final double[] WEIGHTS = weights();
	/** What the means vary by a covariance that falls off slowly, and by one whose cells have independent means of variance 1. */
	private static final double OF_SLOW = variance(CellMeans::slowly), OF_INDEPENDENT = variance((x, y) -> x == 0 && y == 0 ? SIDE *
		SIDE : 0);

	/**
	 * Measures tiles; null if they have too few cells.
	 *
	 * @param share of the tiles that are held for flat
	 * @param fewest tiles that are
	 */
	static CellMeans of(final List<Tile> tiles, final VarianceLine line, final double share, final int fewest) {
		if (tiles.get(0).place().side() != TILE) return null;
		final int flat = Math.min(tiles.size(), Math.max(fewest, (int) (share * tiles.size())));
		final double[][] squares = new double[2][tiles.size()];
		for (int i = 0; i < tiles.size(); i++) {
			final double[] ofTile = squares(tiles.get(i), line);
			for (int colour = 0; colour < 2; colour++)
				squares[colour][i] = ofTile[colour];
		}
		double sum = 0, pixels = 0;
		for (int colour = 0; colour < 2; colour++) {
			final double[] flatness = squares[colour], measured = squares[1 - colour];
			final int[] flattest = IntStream.range(0, tiles.size()).filter(i -> !Double.isNaN(flatness[i])).boxed().sorted((a,
				b) -> Double.compare(flatness[a], flatness[b])).limit(flat).mapToInt(Integer::intValue).toArray();
			for (final int tile : flattest) {
				sum += measured[tile] / (2 * flattest.length);
				final int step = Math.min(tiles.get(tile).place().step(), TILE);
				pixels += (double) step * step;
			}
		}
		return pixels == 0 ? null : new CellMeans(sum, Math.sqrt(2 / (pixels / (SIDE * SIDE))));
	}

	/**
	 * Returns a covariance as these means say it is: what is within cells hardly tells one from another that has more, or
	 * less, at all distances. Noise of cameras has more, which falls off slowly, so that the plane of best fit takes a part of
	 * it; noise that rings or was sharpened has less.
	 */
	Autocovariance completed(final Autocovariance found) {
		final double expected = variance(found::at), less = expected - variance * (1 + error);
		// Of noise that is nearly white, it is what the image shows.
		if (variance * (1 - error) > expected && found.strongest() > NoiseEstimate.WHITE) {
			final double missing = (variance - expected) / OF_SLOW;
			return Autocovariance.of((x, y) -> found.at(x, y) + missing * slowly(x, y));
		}
		// What changes its sign within a tile doesn't go with the plane: of it the means lack as much as if they were independent.
		final double surplus = less / OF_INDEPENDENT;
		return less > 0 && surplus < found.variance() ? Autocovariance.of((x, y) -> found.at(x, y) - surplus) : found;
	}

	/** A covariance that falls off over a cell. */
	private static double slowly(final int dx, final int dy) {
		return Math.exp(-(dx * dx + dy * dy) / (2.0 * SIDE * SIDE));
	}

	/** Returns the variance that the means have by a covariance. */
	private static double variance(final Autocovariance.AtDistance covariance) {
		double sum = 0;
		for (int dy = 0; dy < TILE; dy++)
			for (int dx = 1 - TILE; dx < TILE; dx++)
				sum += WEIGHTS[dy * (2 * TILE - 1) + dx + TILE - 1] * covariance.at(dx, dy);
		return sum;
	}

	private static double[] weights() {
		final double[][] means = new double[CELLS * CELLS][TILE * TILE];
		final double[] pixel = new double[TILE * TILE];
		for (int i = 0; i < pixel.length; i++) {
			Arrays.fill(pixel, 0);
			pixel[i] = 1;
			LocalTrend.subtract(pixel, TILE);
			for (int j = 0; j < pixel.length; j++)
				means[j / TILE / SIDE * CELLS + j % TILE / SIDE][i] += pixel[j] / (SIDE * SIDE);
		}
		final double[] weights = new double[TILE * (2 * TILE - 1)];
		for (final double[] mean : means)
			for (int i = 0; i < mean.length; i++)
				for (int k = 0; k < mean.length; k++) {
					final int dy = k / TILE - i / TILE, dx = k % TILE - i % TILE;
					weights[Math.abs(dy) * (2 * TILE - 1) + (dy < 0 ? -dx : dx) + TILE - 1] += mean[i] * mean[k] / means.length;
				}
		return weights;
	}

	/** Returns the mean squares of the means of the cells of each colour; NaN where one isn't known. */
	private static double[] squares(final Tile tile, final VarianceLine line) {
		final double unit = line.at(tile.mean());
		if (!(unit > 0)) return new double[] { Double.NaN, Double.NaN };
		final double[] values = new double[TILE * TILE], squares = new double[2];
		tile.place().read(tile.recorded(), values);
		LocalTrend.subtract(values, TILE);
		for (int cell = 0; cell < CELLS * CELLS; cell++) {
			double mean = 0;
			for (int i = 0; i < SIDE * SIDE; i++)
				mean += values[(cell / CELLS * SIDE + i / SIDE) * TILE + cell % CELLS * SIDE + i % SIDE] / (SIDE * SIDE);
			squares[(cell % CELLS + cell / CELLS) % 2] += mean * mean / unit;
		}
		for (int colour = 0; colour < 2; colour++)
			squares[colour] /= CELLS * CELLS / 2;
		return squares;
	}
}
