package org.vaerestore.vae.noise;

import java.util.List;

/**
 * What fluctuates in the flattest places of images whose neighbouring pixels correlate: noise that went through a lens or
 * an interpolation, or a texture that fills the images.
 * <p>
 * Such noise correlates less and less with distance; its values scatter to both sides alike; and it leaves little for
 * white noise beside it. Lattices and gratings correlate again at a distance, spots scatter to
 * one side, and a page of text is flat at fine scales but for white noise.
 * </p>
 *
 * @param correlations between pixels at distances of 1 to {@value #REACH}, along rows and along columns
 * @param skewness of the values after a blur in which white noise all but vanishes
 * @param white variance in the quietest patterns as a share of all
 */
record FlatPlaces(double[][] correlations, double skewness, double white) {

	private static final int REACH = 5;
	/**
	 * How far correlations may be above and below those of a lens: so far go estimates in some hundred tiles, and what rings;
	 * and how far from those of what sharpens, which leaves white noise beside it.
	 */
	private static final double UNLIKE_ABOVE = 0.3, UNLIKE_BELOW = 0.45, UNLIKE_SHARPENED = 0.12;
	private static final double LITTLE = 0.1;
	private static final double MOST_SKEWNESS = 0.5;
	/** Largest share of white noise beside what a lens leaves. */
	private static final double MOST_WHITE = 0.12;

	/** Measures tiles, each relative to a line of the variance. */
	static FlatPlaces of(final List<Tile> tiles, final VarianceLine line, final QuietPatterns patterns) {
		final Sums sums = new Sums();
		for (final Tile tile : tiles)
			sums.add(tile, line, patterns);
		return sums.result();
	}

	/**
	 * Returns whether these are like noise, and not like a texture.
	 *
	 * @param noise that it would be
	 */
	boolean areLikeNoise(final Autocovariance noise) {
		if (Math.abs(skewness) > MOST_SKEWNESS) return false;
		final double alongX = noise.correlation(1, 0), alongY = noise.correlation(0, 1);
		if (Math.min(alongX, alongY) < -LITTLE) return isLike(noise, UNLIKE_SHARPENED, UNLIKE_SHARPENED);
		final double left = QuietPatterns.share(Math.max(0, alongX), Math.max(0, alongY));
		return white - left <= MOST_WHITE * (1 - left) && isLike(noise, UNLIKE_BELOW, UNLIKE_ABOVE);
	}

	private boolean isLike(final Autocovariance noise, final double below, final double above) {
		for (int i = 1; i < REACH; i++) {
			final double alongX = correlations[0][i] - noise.correlation(i + 1, 0), alongY = correlations[1][i] - noise
				.correlation(0, i + 1);
			if (Math.min(alongX, alongY) < -below || Math.max(alongX, alongY) > above) return false;
		}
		return true;
	}

	private static final class Sums {

		private final double[][] products = new double[2][REACH];
		private final long[][] pairs = new long[2][REACH];
		private double squares;
		private long count;
		private double quiet;
		private double all;
		private double second;
		private double third;
		private long blurred;

		void add(final Tile tile, final VarianceLine line, final QuietPatterns patterns) {
			final int side = tile.place().side();
			final double[] values = new double[side * side];
			final double unit = Math.sqrt(line.at(tile.mean()));
			final double variance = patterns.variance(tile);
			if (!(unit > 0) || Double.isNaN(variance)) return;
			quiet += variance / (unit * unit);
			all += tile.variance() / (unit * unit);
			tile.place().read(tile.recorded(), values);
			for (int i = 0; i < values.length; i++)
				values[i] /= unit;
			LocalTrend.subtract(values, side);
			for (int i = 0; i < values.length; i++) {
				if (Double.isNaN(values[i])) continue;
				squares += values[i] * values[i];
				count++;
				for (int distance = 1; distance <= REACH; distance++) {
					if (i % side + distance < side) pair(0, distance, values[i], values[i + distance]);
					if (i / side + distance < side) pair(1, distance, values[i], values[i + distance * side]);
				}
			}
			blur(values, side);
		}

		private void pair(final int direction, final int distance, final double one, final double other) {
			if (Double.isNaN(other)) return;
			products[direction][distance - 1] += one * other;
			pairs[direction][distance - 1]++;
		}

		private void blur(final double[] values, final int side) {
			for (int y = 1; y < side - 1; y++)
				for (int x = 1; x < side - 1; x++) {
					double sum = 0;
					for (int v = -1; v <= 1; v++)
						for (int u = -1; u <= 1; u++)
							sum += (2 - Math.abs(u)) * (2 - Math.abs(v)) * values[(y + v) * side + x + u];
					if (Double.isNaN(sum)) continue;
					second += sum * sum;
					third += sum * sum * sum;
					blurred++;
				}
		}

		FlatPlaces result() {
			final double variance = squares / count;
			final double[][] correlations = new double[2][REACH];
			for (int direction = 0; direction < 2; direction++)
				for (int i = 0; i < REACH; i++)
					correlations[direction][i] = products[direction][i] / pairs[direction][i] / variance;
			return new FlatPlaces(correlations, third / blurred / Math.pow(second / blurred, 1.5), quiet / all);
		}
	}
}
