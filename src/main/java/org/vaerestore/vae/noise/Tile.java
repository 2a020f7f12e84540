package org.vaerestore.vae.noise;

/**
 * What one tile of a plane tells about its noise; variances are about the plane of best fit, unbiased for white
 * noise.
 *
 * @param place where the tile lies
 * @param recorded mean of the known pixels as they were recorded
 * @param growth by which variances were multiplied to undo clipping
 * @param mean of the known pixels, without clipping
 * @param variance of the known pixels
 * @param highPass the variance as second differences along both axes see it
 * @param coarse the variance as the means of 4 x 4 cells see it
 * @param within the variance about the means of the cells, per pixel
 * @param clipping whether the detector's range ends amid the values
 */
record Tile(TilePlace place, double recorded, double growth, double mean, double variance, double highPass,
	double coarse, double within, Clipping clipping)
{

	/** Cells along a side. */
	static final int CELLS = 4;

	private static final double LEAST_KNOWN = 0.3;
	private static final double LEAST_SQUARES = 0.1;

	/** Returns null if too little of the tile is known, or if all of it has one value. */
	static Tile of(final TilePlace place, final double lowest, final double highest) {
		return new Measurement(place).tile(lowest, highest);
	}

	/** Returns this tile as one of another signal. */
	Tile at(final double signal) {
		return new Tile(place, recorded, growth, signal, variance, highPass, coarse, within, clipping);
	}

	/** Returns this tile as it would be without clipping. */
	Tile unclipped(final ClippedRange range) {
		final double by = range.growth(mean);
		return new Tile(place, recorded, by * growth, range.signal(mean), by * variance, by * highPass, by * coarse, by *
			within, Clipping.NONE);
	}

	/** The work on one tile. */
	private static final class Measurement {

		private final TilePlace place;
		private final int side;
		/** NaN where unknown. */
		private final double[] values;
		private int count;
		private double mean;

		Measurement(final TilePlace place) {
			this.place = place;
			side = place.side();
			values = new double[side * side];
			place.read(0, values);
			for (final double value : values) {
				if (Double.isNaN(value)) continue;
				mean += value;
				count++;
			}
			mean /= count;
		}

		Tile tile(final double lowest, final double highest) {
			if (count < LEAST_KNOWN * side * side) return null;
			final double highPass = highPass();
			if (Double.isNaN(highPass)) return null;
			final Clipping clipping = Clipping.of(values, highPass, lowest, highest);
			LocalTrend.subtract(values, side);
			final double variance = sumOfSquares() / (count - 3);
			if (!(variance > 0)) return null;
			final double coarse = coarse();
			return new Tile(place, mean, 1, mean, variance, highPass, coarse, sumOfSquares() / count, clipping);
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
				if (Double.isNaN(values[j - 1] + values[j] + values[j + 1])) return false;
			return true;
		}

		private double sumOfSquares() {
			double sum = 0;
			for (final double value : values)
				if (!Double.isNaN(value)) sum += value * value;
			return sum;
		}

		/** Takes the means of the cells away, and returns the variance that they have. */
		private double coarse() {
			final double[] sums = new double[CELLS * CELLS];
			final int[] counts = new int[CELLS * CELLS];
			for (int i = 0; i < values.length; i++) {
				if (Double.isNaN(values[i])) continue;
				sums[cell(i)] += values[i];
				counts[cell(i)]++;
			}
			for (int i = 0; i < values.length; i++)
				if (!Double.isNaN(values[i])) values[i] -= sums[cell(i)] / counts[cell(i)];
			double sum = 0;
			int cells = 0;
			for (int cell = 0; cell < sums.length; cell++) {
				if (counts[cell] == 0) continue;
				sum += sums[cell] * sums[cell] / counts[cell];
				cells++;
			}
			return sum / Math.max(1, cells - 3);
		}

		private int cell(final int i) {
			return i / side * CELLS / side * CELLS + i % side * CELLS / side;
		}
	}
}
