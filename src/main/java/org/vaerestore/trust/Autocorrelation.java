package org.vaerestore.trust;

/**
 * How residuals go with those of pixels beside them.
 *
 * @param values correlations by vertical and horizontal distance, both from {@code -REACH} to {@code REACH}, row by row; 1
 *          in the middle
 * @param rows standard deviation of what all pixels of a row have in common, in units of the residuals' own
 * @param columns the same of columns
 */
public record Autocorrelation(double[] values, double rows, double columns) {

	/** The largest distance in pixels. */
	public static final int REACH = 5;
	static final int SIDE = 2 * REACH + 1;

	/** Copies the values. */
	public Autocorrelation {
		values = values.clone();
	}

	@Override
	public double[] values() {
		return values.clone();
	}

	/** Returns the correlation of pixels so many columns and rows apart. */
	public double at(final int columnsApart, final int rowsApart) {
		return values[(rowsApart + REACH) * SIDE + columnsApart + REACH];
	}

	/** Returns the sum of all correlations up to a distance: by how much more variance means have than those of white noise. */
	double sum(final int most) {
		double sum = 0;
		for (int y = -most; y <= most; y++)
			for (int x = -most; x <= most; x++)
				sum += Math.max(0, at(x, y));
		return sum;
	}

	/** Returns the correlation that is furthest from 0, among pixels at least so far apart along one of the axes. */
	public double strongest(final int least) {
		double strongest = 0;
		for (int y = -REACH; y <= REACH; y++)
			for (int x = -REACH; x <= REACH; x++)
				if (Math.max(Math.abs(x), Math.abs(y)) >= least && Math.abs(at(x, y)) > Math.abs(strongest)) strongest = at(x, y);
		return strongest;
	}

	/** Returns the lowest correlation of pixels at most so far apart, 0 if none is negative. */
	double least(final int most) {
		double least = 0;
		for (int y = -most; y <= most; y++)
			for (int x = -most; x <= most; x++)
				least = Math.min(least, at(x, y));
		return least;
	}

	/** Returns the correlation that is furthest from 0, but for negative ones of pixels at most so far apart. */
	double strongestBut(final int near) {
		double strongest = strongest(near + 1);
		for (int y = -near; y <= near; y++)
			for (int x = -near; x <= near; x++)
				if ((x != 0 || y != 0) && at(x, y) > Math.abs(strongest)) strongest = at(x, y);
		return strongest;
	}

	/** Gathers residuals of several planes. */
	static final class Tally {

		private final double[] products = new double[SIDE * SIDE];
		private final long[] pairs = new long[SIDE * SIDE];
		private final Lines rows = new Lines(), columns = new Lines();

		void add(final Residual residual) {
			final float[] values = centred(residual.values());
			final int width = residual.width(), height = residual.height();
			for (int y = 0; y <= REACH; y++)
				for (int x = y == 0 ? 0 : -REACH; x <= REACH; x++) {
					final int lag = (y + REACH) * SIDE + x + REACH;
					for (int row = 0; row + y < height; row++)
						addRow(values, row * width, (row + y) * width + x, Math.max(0, -x), Math.min(width, width - x), lag);
				}
			for (int row = 0; row < height; row++)
				rows.add(values, row * width, 1, width);
			for (int column = 0; column < width; column++)
				columns.add(values, column, width, height);
		}

		private void addRow(final float[] values, final int from, final int to, final int first, final int end,
			final int lag)
		{
			double sum = 0;
			int count = 0;
			for (int column = first; column < end; column++) {
				final float product = values[from + column] * values[to + column];
				if (Float.isNaN(product)) continue;
				sum += product;
				count++;
			}
			products[lag] += sum;
			pairs[lag] += count;
		}

		Autocorrelation value() {
			final double[] values = new double[SIDE * SIDE];
			final int middle = REACH * SIDE + REACH;
			final double variance = products[middle] / pairs[middle];
			for (int lag = middle; lag < values.length; lag++) {
				values[lag] = pairs[lag] > 0 && variance > 0 ? products[lag] / pairs[lag] / variance : 0;
				values[values.length - 1 - lag] = values[lag];
			}
			return new Autocorrelation(values, rows.common(variance), columns.common(variance));
		}

		private static float[] centred(final float[] values) {
			double sum = 0;
			int count = 0;
			for (final float value : values)
				if (Float.isFinite(value)) {
					sum += value;
					count++;
				}
			final float[] centred = new float[values.length];
			for (int i = 0; i < values.length; i++)
				centred[i] = Float.isFinite(values[i]) ? (float) (values[i] - sum / count) : Float.NaN;
			return centred;
		}
	}

	/** The means of rows or columns. */
	private static final class Lines {

		private double squares, chance;
		private int count;

		void add(final float[] values, final int first, final int step, final int length) {
			double sum = 0, square = 0;
			int known = 0;
			for (int k = 0; k < length; k++) {
				final float value = values[first + k * step];
				if (Float.isNaN(value)) continue;
				sum += value;
				square += value * value;
				known++;
			}
			if (known < 2) return;
			final double mean = sum / known;
			squares += mean * mean;
			// What the mean of independent pixels scatters by.
			chance += (square - sum * mean) / (known - 1) / known;
			count++;
		}

		double common(final double variance) {
			return count == 0 || !(variance > 0) ? 0 : Math.sqrt(Math.max(0, (squares - chance) / count / variance));
		}
	}
}
