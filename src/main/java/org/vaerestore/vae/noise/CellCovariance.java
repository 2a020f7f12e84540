package org.vaerestore.vae.noise;

import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * The autocovariance of noise from what is left of it within cells of {@value #SIDE} x {@value #SIDE} pixels once their
 * means are taken away.
 * <p>
 * Tiles are held for flat by the means of their cells. What is within cells is independent of these, so that it tells
 * the covariance without the bias of that choice. Taking the means away mixes the covariances of all distances that a
 * cell has, linearly; with those of three pixels from a blur that has the same neighbours, the others follow by least
 * squares.
 * </p>
 */
final class CellCovariance {

	static final int SIDE = 4;
	/** Distances that are found, and all that a cell has, in pixels. */
	private static final int NEAR = 2, REACH = SIDE - 1;
	private static final int WIDE = 2 * REACH + 1, ALL = WIDE * (REACH + 1) - REACH;
	/** By then what is assumed of three pixels has settled. */
	private static final int ROUNDS = 5;
	private static final double[][] MIXTURE = mixture();

	private final double[] sums = new double[ALL];
	private final long[] pairs = new long[ALL];

	/** Measures tiles, each relative to a line of the variance. */
	static CellCovariance of(final List<Tile> tiles, final VarianceLine line) {
		final CellCovariance covariance = new CellCovariance();
		for (final Tile tile : tiles) {
			final double variance = line.at(tile.mean());
			if (variance > 0) covariance.add(tile, variance);
		}
		return covariance;
	}

	private void add(final Tile tile, final double unit) {
		final int side = tile.place().side();
		final double[] values = new double[side * side], cell = new double[SIDE * SIDE];
		tile.place().read(tile.recorded(), values);
		LocalTrend.subtract(values, side);
		for (int top = 0; top + SIDE <= side; top += SIDE)
			for (int left = 0; left + SIDE <= side; left += SIDE) {
				double mean = 0;
				for (int i = 0; i < cell.length; i++) {
					cell[i] = values[(top + i / SIDE) * side + left + i % SIDE];
					mean += cell[i] / cell.length;
				}
				if (Double.isNaN(mean)) continue;
				for (int i = 0; i < cell.length; i++)
					cell[i] -= mean;
				for (int i = 0; i < cell.length; i++)
					for (int k = i; k < cell.length; k++) {
						final int lag = lag(k % SIDE - i % SIDE, k / SIDE - i / SIDE);
						sums[lag] += cell[i] * cell[k] / unit;
						pairs[lag]++;
					}
			}
	}

	/** Returns the covariance; that of white noise if nothing was measured or there is no noise. */
	Autocovariance result() {
		if (pairs[0] == 0) return Autocovariance.WHITE;
		Autocovariance found = Autocovariance.WHITE;
		for (int round = 0; round < ROUNDS; round++)
			found = solve(found);
		return found.variance() > 0 ? found : Autocovariance.WHITE;
	}

	/** Returns the near covariances that come closest to what was measured, given those that are farther. */
	private Autocovariance solve(final Autocovariance before) {
		final double[] far = new double[ALL];
		final int[] unknown = new int[ALL];
		int count = 0;
		for (int lag = 0; lag < ALL; lag++) {
			final boolean near = Math.abs(dx(lag)) <= NEAR && dy(lag) <= NEAR;
			unknown[lag] = near ? count++ : -1;
			if (!near) far[lag] = before.at(dx(lag), dy(lag));
		}
		final double[][] rows = new double[ALL][count];
		final double[] right = new double[ALL];
		for (int lag = 0; lag < ALL; lag++) {
			final double weight = Math.sqrt(pairs[lag]);
			right[lag] = weight * sums[lag] / pairs[lag];
			for (int other = 0; other < ALL; other++)
				if (unknown[other] >= 0) rows[lag][unknown[other]] = weight * MIXTURE[lag][other];
				else right[lag] -= weight * MIXTURE[lag][other] * far[other];
		}
		final RealVector solution = new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getSolver().solve(
			new ArrayRealVector(right, false));
		return Autocovariance.of((x, y) -> solution.getEntry(unknown[lag(x, y)]));
	}

	/** Returns how covariances within cells without their means are mixed of those of the noise. */
	private static double[][] mixture() {
		final int area = SIDE * SIDE;
		final double[][] mixture = new double[ALL][ALL];
		final int[] pairs = new int[ALL];
		for (int i = 0; i < area; i++)
			for (int k = i; k < area; k++) {
				final double[] row = mixture[between(i, k)];
				pairs[between(i, k)]++;
				row[between(i, k)]++;
				for (int j = 0; j < area; j++) {
					row[between(i, j)] -= 1.0 / area;
					row[between(k, j)] -= 1.0 / area;
					for (int l = 0; l < area; l++)
						row[between(j, l)] += 1.0 / area / area;
				}
			}
		for (int lag = 0; lag < ALL; lag++)
			for (int other = 0; other < ALL; other++)
				mixture[lag][other] /= pairs[lag];
		return mixture;
	}

	private static int between(final int one, final int other) {
		return lag(other % SIDE - one % SIDE, other / SIDE - one / SIDE);
	}

	/** Returns the index of a distance, which is that of the opposite one: first those along x, then the rows below. */
	private static int lag(final int dx, final int dy) {
		if (dy < 0 || dy == 0 && dx < 0) return lag(-dx, -dy);
		return dy == 0 ? dx : REACH + 1 + (dy - 1) * WIDE + dx + REACH;
	}

	private static int dx(final int lag) {
		return lag <= REACH ? lag : (lag - REACH - 1) % WIDE - REACH;
	}

	private static int dy(final int lag) {
		return lag <= REACH ? 0 : (lag - REACH - 1) / WIDE + 1;
	}
}
