package org.vaerestore.fill;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.vaerestore.job.Progress;
import org.vaerestore.procedural.GaussianBlur;

/**
 * Predicts a plane from the planes beside it in a stack, without learning.
 * <p>
 * Each pixel is predicted from the 3 x 3 pixels at its place in each of them and from what is around on the average, by a
 * linear regression whose coefficients change slowly over the plane; it is fitted to the visible pixels, near ones
 * counting most. So it follows gain and offset, small shifts, and how much the planes have in common here, in fine
 * structure and in coarse.
 * </p>
 */
final class NeighbourRegression {

	/** Side of the tiles whose moments are summed, in pixels, and standard deviation of a fit's reach in tiles. */
	private static final int TILE = 16;
	private static final double REACH = 1.5;
	private static final int FARTHEST = 4;
	/** Ridge of the fit to the whole plane, and of local fits towards that, as shares of the plane's variance. */
	private static final double RIDGE = 1e-3, LOCAL_RIDGE = 1e-2;
	/** Blurs of the planes beside that count besides their pixels: standard deviations in pixels. */
	private static final double[] BLURS = { 2, 5 };

	private final float[] plane;
	private final boolean[] hidden;
	private final int width;
	private final int height;
	private final List<float[]> neighbours;
	private final List<float[]> blurred = new ArrayList<>();
	/** Features: 3 x 3 pixels of each neighbour, a pixel of each of its blurs, and 1. */
	private final int features;
	private final int columns;
	private final int rows;
	private final double mean;
	private final double deviation;

	/**
	 * What the planes beside it say of a plane.
	 *
	 * @param values of all pixels, in the plane's units
	 * @param trust of each pixel: the share of the plane's variance around it that is predicted, 0 to 1
	 */
	record Prediction(float[] values, float[] trust) {}

	private NeighbourRegression(final float[] plane, final boolean[] hidden, final int width,
		final List<float[]> neighbours)
	{
		this.plane = plane;
		this.hidden = hidden;
		this.width = width;
		this.neighbours = neighbours;
		height = plane.length / width;
		for (final float[] neighbour : neighbours)
			for (final double sigma : BLURS)
				blurred.add(GaussianBlur.blur(neighbour, width, height, sigma));
		features = 9 * neighbours.size() + blurred.size() + 1;
		columns = (width + TILE - 1) / TILE;
		rows = (height + TILE - 1) / TILE;
		double sum = 0, squares = 0;
		int count = 0;
		for (int i = 0; i < plane.length; i++) {
			if (hidden[i]) continue;
			sum += plane[i];
			squares += (double) plane[i] * plane[i];
			count++;
		}
		mean = count == 0 ? 0 : sum / count;
		final double variance = count == 0 ? 0 : squares / count - mean * mean;
		deviation = variance > 0 ? Math.sqrt(variance) : 1;
	}

	/**
	 * Predicts a plane.
	 *
	 * @param plane row by row, finite where visible; not changed
	 * @param hidden true where a pixel is not known
	 * @param width of the plane in pixels
	 * @param neighbours planes of the same size and units, all finite; one or more
	 * @param progress of the prediction
	 */
	static Prediction of(final float[] plane, final boolean[] hidden, final int width,
		final List<float[]> neighbours, final Progress progress)
	{
		if (neighbours.isEmpty()) throw new IllegalArgumentException("There is no plane to predict from.");
		return new NeighbourRegression(plane, hidden, width, neighbours).predict(progress);
	}

	private Prediction predict(final Progress progress) {
		final Moments[] tiles = new Moments[columns * rows];
		for (int tile = 0; tile < tiles.length; tile++) {
			tell(progress, 0, tile);
			tiles[tile] = measure(tile % columns * TILE, tile / columns * TILE);
		}
		final Moments all = new Moments(features);
		for (final Moments tile : tiles)
			all.add(tile, 1);
		final double[] common = all.solve(new double[features], RIDGE);
		final double[][] coefficients = new double[tiles.length][];
		final double[] trust = new double[tiles.length];
		for (int tile = 0; tile < tiles.length; tile++) {
			tell(progress, 0.5, tile);
			final Moments around = around(tiles, tile % columns, tile / columns);
			coefficients[tile] = around.solve(common, LOCAL_RIDGE);
			trust[tile] = around.explained(coefficients[tile]);
		}
		return interpolate(coefficients, trust);
	}

	private void tell(final Progress progress, final double begun, final int tile) {
		progress.checkCancelled();
		progress.update(begun + 0.5 * tile / (columns * rows), "comparing with the slices beside");
	}

	private Moments measure(final int left, final int top) {
		final Moments moments = new Moments(features);
		final double[] x = new double[features];
		for (int v = top; v < Math.min(height, top + TILE); v++)
			for (int u = left; u < Math.min(width, left + TILE); u++) {
				if (hidden[v * width + u]) continue;
				read(u, v, x);
				moments.add(x, (plane[v * width + u] - mean) / deviation);
			}
		return moments;
	}

	private void read(final int u, final int v, final double[] x) {
		int k = 0;
		for (final float[] neighbour : neighbours)
			for (int dy = -1; dy <= 1; dy++) {
				final int row = Math.max(0, Math.min(height - 1, v + dy)) * width;
				for (int dx = -1; dx <= 1; dx++)
					x[k++] = (neighbour[row + Math.max(0, Math.min(width - 1, u + dx))] - mean) / deviation;
			}
		for (final float[] blur : blurred)
			x[k++] = (blur[v * width + u] - mean) / deviation;
		x[k] = 1;
	}

	private Moments around(final Moments[] tiles, final int column, final int row) {
		final Moments sum = new Moments(features);
		for (int r = Math.max(0, row - FARTHEST); r <= Math.min(rows - 1, row + FARTHEST); r++)
			for (int c = Math.max(0, column - FARTHEST); c <= Math.min(columns - 1, column + FARTHEST); c++)
				sum.add(tiles[r * columns + c], Math.exp(-((r - row) * (r - row) + (c - column) * (c - column)) / (2 * REACH *
					REACH)));
		return sum;
	}

	/** Predicts each pixel with coefficients that are interpolated between the middles of tiles. */
	private Prediction interpolate(final double[][] coefficients, final double[] trust) {
		final float[] values = new float[plane.length];
		final float[] trusts = new float[plane.length];
		final double[] x = new double[features];
		for (int v = 0; v < height; v++) {
			final double down = Math.max(0, Math.min(rows - 1, (v + 0.5) / TILE - 0.5));
			final int row = Math.min((int) down, Math.max(0, rows - 2)), below = Math.min(row + 1, rows - 1);
			for (int u = 0; u < width; u++) {
				final double across = Math.max(0, Math.min(columns - 1, (u + 0.5) / TILE - 0.5));
				final int column = Math.min((int) across, Math.max(0, columns - 2)), right = Math.min(column + 1, columns - 1);
				read(u, v, x);
				final int[] tiles = { row * columns + column, row * columns + right, below * columns + column, below * columns +
					right };
				final double fy = down - row, fx = across - column;
				final double[] weights = { (1 - fy) * (1 - fx), (1 - fy) * fx, fy * (1 - fx), fy * fx };
				double value = 0, sure = 0;
				for (int k = 0; k < tiles.length; k++) {
					if (weights[k] == 0) continue;
					double sum = 0;
					for (int i = 0; i < features; i++)
						sum += coefficients[tiles[k]][i] * x[i];
					value += weights[k] * sum;
					sure += weights[k] * trust[tiles[k]];
				}
				values[v * width + u] = (float) (mean + deviation * value);
				trusts[v * width + u] = (float) sure;
			}
		}
		return new Prediction(values, trusts);
	}

	/** Sums of products of features and values. */
	private static final class Moments {

		private final int size;
		private final double[] products;
		private final double[] withValue;
		private double values;
		private double squares;
		private double count;

		Moments(final int size) {
			this.size = size;
			products = new double[size * size];
			withValue = new double[size];
		}

		void add(final double[] x, final double value) {
			for (int i = 0; i < size; i++) {
				final double xi = x[i];
				for (int j = 0; j <= i; j++)
					products[i * size + j] += xi * x[j];
				withValue[i] += xi * value;
			}
			values += value;
			squares += value * value;
			count++;
		}

		void add(final Moments other, final double weight) {
			for (int i = 0; i < products.length; i++)
				products[i] += weight * other.products[i];
			for (int i = 0; i < size; i++)
				withValue[i] += weight * other.withValue[i];
			values += weight * other.values;
			squares += weight * other.squares;
			count += weight * other.count;
		}

		/** Returns the coefficients that predict best, drawn towards others. */
		double[] solve(final double[] towards, final double ridge) {
			final double[][] matrix = new double[size][size];
			final double[] right = withValue.clone();
			for (int i = 0; i < size; i++)
				for (int j = 0; j < size; j++) {
					matrix[i][j] = i < j ? products[j * size + i] : products[i * size + j];
					right[i] -= matrix[i][j] * towards[j];
				}
			for (int i = 0; i < size; i++)
				matrix[i][i] += ridge * Math.max(1, count);
			final RealVector change = new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false)).getSolver().solve(
				new ArrayRealVector(right, false));
			final double[] result = towards.clone();
			for (int i = 0; i < size; i++)
				result[i] += change.getEntry(i);
			return result;
		}

		/** Returns the share of the variance of the values that coefficients explain. */
		double explained(final double[] coefficients) {
			final double variance = squares - values * values / Math.max(1e-9, count);
			if (!(variance > 1e-9 * count)) return 0;
			double errors = squares;
			for (int i = 0; i < size; i++) {
				errors -= 2 * coefficients[i] * withValue[i];
				for (int j = 0; j < size; j++)
					errors += coefficients[i] * coefficients[j] * (i < j ? products[j * size + i] : products[i * size + j]);
			}
			return Math.max(0, Math.min(1, 1 - errors / variance));
		}
	}
}
