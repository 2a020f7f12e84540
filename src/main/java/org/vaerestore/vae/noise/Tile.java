package org.vaerestore.vae.noise;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * What one tile of a plane tells about its noise; variances are about the plane of best fit, unbiased for white
 * noise.
 *
 * @param mean of the known pixels
 * @param variance of the known pixels
 * @param highPass the variance as second differences along both axes see it
 * @param coarse the variance as the means of 4 x 4 cells see it
 * @param neighbours covariance of horizontal and vertical neighbours
 * @param known number of known pixels
 * @param clipping whether the detector's range ends amid the values
 */
record Tile(double mean, double variance, double highPass, double coarse, double neighbours, int known,
	Clipping clipping)
{

	private static final int CELLS = 4;
	private static final double LEAST_KNOWN = 0.3;
	private static final double LEAST_SQUARES = 0.1;
	/** Variance, relative to that of white noise, at the lowest frequencies of noise that has 1 in cells. */
	private static final double LOWER = 2;

	/** Returns null if too little of the tile is known, or if all of it has one value. */
	static Tile of(final Plane plane, final int left, final int top, final int side, final double lowest,
		final double highest)
	{
		return new Measurement(plane, left, top, side).tile(lowest, highest);
	}

	/** Returns this tile as it would be without clipping. */
	Tile unclipped(final ClippedRange range) {
		final double growth = range.growth(mean);
		return new Tile(range.signal(mean), growth * variance, growth * highPass, growth * coarse, growth * neighbours,
			known, Clipping.NONE);
	}

	/** Returns the share of the variance of correlated noise that went with the plane of best fit. */
	double detrendingLoss(final double coarseShare) {
		return Math.min(0.5, 3 * Math.max(0, LOWER * coarseShare - 1) / known);
	}

	/** The work on one tile. */
	private static final class Measurement {

		private final int side;
		private final double[] values;
		private final boolean[] known;
		private int count;
		private double mean;

		Measurement(final Plane plane, final int left, final int top, final int side) {
			this.side = side;
			values = new double[side * side];
			known = new boolean[side * side];
			for (int y = 0; y < side; y++)
				for (int x = 0; x < side; x++) {
					final int from = (top + y) * plane.width() + left + x;
					if (!plane.isKnown(from)) continue;
					known[y * side + x] = true;
					values[y * side + x] = plane.values()[from];
					mean += values[y * side + x];
					count++;
				}
			mean /= count;
		}

		Tile tile(final double lowest, final double highest) {
			if (count < LEAST_KNOWN * side * side) return null;
			final double highPass = highPass();
			if (Double.isNaN(highPass)) return null;
			final Clipping clipping = Clipping.of(values, known, highPass, lowest, highest);
			detrend();
			final double variance = sumOfSquares() / (count - 3);
			if (!(variance > 0)) return null;
			return new Tile(mean, variance, highPass, coarse(), neighbours(), count, clipping);
		}

		private double highPass() {
			double sum = 0;
			int squares = 0;
			for (int y = 1; y < side - 1; y++)
				for (int x = 1; x < side - 1; x++) {
					final int i = y * side + x;
					if (!isSquareKnown(i)) continue;
					final double difference = row(i - side) - 2 * row(i) + row(i + side);
					sum += difference * difference;
					squares++;
				}
			return squares < LEAST_SQUARES * side * side ? Double.NaN : sum / 36 / squares;
		}

		private double row(final int i) {
			return values[i - 1] - 2 * values[i] + values[i + 1];
		}

		private boolean isSquareKnown(final int i) {
			for (int j = i - side; j <= i + side; j += side)
				if (!known[j - 1] || !known[j] || !known[j + 1]) return false;
			return true;
		}

		private void detrend() {
			double centerX = 0;
			double centerY = 0;
			for (int i = 0; i < values.length; i++)
				if (known[i]) {
					centerX += i % side;
					centerY += i / side;
				}
			centerX /= count;
			centerY /= count;
			double xx = 0;
			double xy = 0;
			double yy = 0;
			double xv = 0;
			double yv = 0;
			for (int i = 0; i < values.length; i++) {
				if (!known[i]) continue;
				final double x = i % side - centerX;
				final double y = i / side - centerY;
				values[i] -= mean;
				xx += x * x;
				xy += x * y;
				yy += y * y;
				xv += x * values[i];
				yv += y * values[i];
			}
			final double determinant = xx * yy - xy * xy;
			if (!(determinant > 0)) return;
			final double slopeX = (xv * yy - yv * xy) / determinant;
			final double slopeY = (yv * xx - xv * xy) / determinant;
			for (int i = 0; i < values.length; i++)
				if (known[i]) values[i] -= slopeX * (i % side - centerX) + slopeY * (i / side - centerY);
		}

		private double sumOfSquares() {
			double sum = 0;
			for (final double value : values)
				sum += value * value;
			return sum;
		}

		private double coarse() {
			final double[] sums = new double[CELLS * CELLS];
			final int[] counts = new int[CELLS * CELLS];
			for (int i = 0; i < values.length; i++) {
				if (!known[i]) continue;
				final int cell = i / side * CELLS / side * CELLS + i % side * CELLS / side;
				sums[cell] += values[i];
				counts[cell]++;
			}
			double sum = 0;
			int cells = 0;
			for (int cell = 0; cell < sums.length; cell++) {
				if (counts[cell] == 0) continue;
				sum += sums[cell] * sums[cell] / counts[cell];
				cells++;
			}
			return sum / Math.max(1, cells - 3);
		}

		private double neighbours() {
			double sum = 0;
			int pairs = 0;
			for (int i = 0; i < values.length; i++) {
				if (!known[i]) continue;
				if (i % side < side - 1 && known[i + 1]) {
					sum += values[i] * values[i + 1];
					pairs++;
				}
				if (i + side < values.length && known[i + side]) {
					sum += values[i] * values[i + side];
					pairs++;
				}
			}
			return pairs == 0 ? 0 : sum / pairs;
		}
	}
}
