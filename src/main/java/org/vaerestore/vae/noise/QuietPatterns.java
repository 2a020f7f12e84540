package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The patterns of {@value #SIDE} x {@value #SIDE} pixels in which an image has least variance.
 * <p>
 * Texture, periodic or not, varies in some patterns and not in others; white noise varies alike in all. So the variance
 * in the quietest ones is that of the noise, or more, even where no place is flat (as the smallest eigenvalues of the
 * covariance of patches: Pyatykh et al., IEEE TIP 2013). Noise that correlates between neighbours has less variance
 * there than elsewhere.
 * </p>
 */
final class QuietPatterns {

	private static final int SIDE = 5;
	private static final int PIXELS = SIDE * SIDE;
	/** Patterns that are taken: few are quieter by chance, many reach into texture. */
	private static final int COUNT = 6;
	/** Patches without damage that a tile must have to tell something. */
	private static final int LEAST_PATCHES = 8;
	/** Fewer can't tell which patterns are quiet. */
	private static final int LEAST_IN_ALL = 20 * PIXELS;

	private final double[][] patterns;

	private QuietPatterns(final double[][] patterns) {
		this.patterns = patterns;
	}

	/**
	 * Finds the quietest patterns of tiles; null if too little of them is known.
	 *
	 * @param line of the variance by which tiles are weighed, so that dark ones count as much as bright ones
	 */
	static QuietPatterns of(final List<Tile> tiles, final VarianceLine line) {
		final double least = 1e-3 * tiles.stream().mapToDouble(Tile::highPass).average().orElse(0);
		if (!(least > 0)) return null;
		final double[][] products = new double[PIXELS][PIXELS];
		final double[] patch = new double[PIXELS];
		long count = 0;
		double[] values = {};
		for (final Tile tile : tiles) {
			final TilePlace place = tile.place();
			final int side = place.side();
			if (values.length != side * side) values = new double[side * side];
			place.read(tile.recorded(), values);
			final double weight = 1 / Math.max(line.at(tile.mean()), least);
			final int end = Math.min(place.step(), side - SIDE + 1);
			for (int y = 0; y < end; y++)
				for (int x = 0; x < end; x++) {
					if (!cut(values, side, x, y, patch)) continue;
					add(patch, weight, products);
					count++;
				}
		}
		if (count < LEAST_IN_ALL) return null;
		return new QuietPatterns(smallest(products, count));
	}

	/**
	 * Returns the variance in the quietest patterns of noise that went through a lens, as a share of all.
	 *
	 * @param alongX correlation of horizontal neighbours, which falls with distance like a Gaussian, 0 to 1
	 * @param alongY the same of vertical neighbours
	 */
	static double share(final double alongX, final double alongY) {
		final double[] across = line(alongX), down = line(alongY);
		final double[] variances = new double[PIXELS];
		for (int i = 0; i < PIXELS; i++)
			variances[i] = across[i / SIDE] * down[i % SIDE];
		Arrays.sort(variances);
		return Arrays.stream(variances, 0, COUNT).average().orElseThrow();
	}

	private static double[] line(final double correlation) {
		final double[][] along = new double[SIDE][SIDE];
		for (int i = 0; i < SIDE; i++)
			for (int j = 0; j < SIDE; j++)
				along[i][j] = Math.pow(correlation, (double) (i - j) * (i - j));
		return new EigenDecomposition(new Array2DRowRealMatrix(along, false)).getRealEigenvalues();
	}

	/** Returns the variance of each tile in the quietest patterns, or where too little is known, by second differences. */
	double[] variances(final List<Tile> tiles) {
		final double[] variances = new double[tiles.size()];
		for (int i = 0; i < variances.length; i++) {
			variances[i] = variance(tiles.get(i));
			if (Double.isNaN(variances[i])) variances[i] = tiles.get(i).highPass();
		}
		return variances;
	}

	/** Returns the variance of a tile in the quietest patterns; NaN if too little of it is known. */
	double variance(final Tile tile) {
		final TilePlace place = tile.place();
		final int side = place.side();
		final double[] values = new double[side * side];
		place.read(tile.recorded(), values);
		double sum = 0;
		int count = 0;
		for (int y = 0; y + SIDE <= side; y++)
			for (int x = 0; x + SIDE <= side; x++) {
				final double squares = squares(values, side, x, y);
				if (Double.isNaN(squares)) continue;
				sum += squares;
				count++;
			}
		return count < LEAST_PATCHES ? Double.NaN : tile.growth() * sum / (count * COUNT);
	}

	private double squares(final double[] values, final int side, final int left, final int top) {
		double sum = 0;
		for (final double[] pattern : patterns) {
			double product = 0;
			for (int y = 0; y < SIDE; y++)
				for (int x = 0; x < SIDE; x++)
					product += pattern[y * SIDE + x] * values[(top + y) * side + left + x];
			sum += product * product;
		}
		return sum;
	}

	/** Copies a patch; returns whether all of it is known. */
	private static boolean cut(final double[] values, final int side, final int left, final int top,
		final double[] patch)
	{
		double sum = 0;
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				patch[y * SIDE + x] = values[(top + y) * side + left + x];
				sum += patch[y * SIDE + x];
			}
		return !Double.isNaN(sum);
	}

	private static void add(final double[] patch, final double weight, final double[][] products) {
		for (int i = 0; i < PIXELS; i++) {
			final double first = weight * patch[i];
			final double[] row = products[i];
			for (int j = 0; j <= i; j++)
				row[j] += first * patch[j];
		}
	}

	private static double[][] smallest(final double[][] products, final long count) {
		for (int i = 0; i < PIXELS; i++)
			for (int j = 0; j <= i; j++) {
				products[i][j] /= count;
				products[j][i] = products[i][j];
			}
		final EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
		final double[] variances = decomposition.getRealEigenvalues();
		final Integer[] order = new Integer[PIXELS];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (a, b) -> Double.compare(variances[a], variances[b]));
		final double[][] patterns = new double[COUNT][];
		for (int i = 0; i < COUNT; i++)
			patterns[i] = decomposition.getEigenvector(order[i]).toArray();
		return patterns;
	}
}
