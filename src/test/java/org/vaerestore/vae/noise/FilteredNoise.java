package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/**
 * White noise of normal distribution that went through a filter, with a standard deviation of 1.
 *
 * @param values row by row
 * @param side of the square in pixels
 */
record FilteredNoise(double[] values, int side) {

	/**
	 * Draws noise.
	 *
	 * @param reach of the filter to each side in pixels
	 * @param filter weight of a pixel by its distance along x and y
	 */
	static FilteredNoise of(final int side, final int reach, final DoubleBinaryOperator filter, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] white = new double[side * side], values = new double[side * side];
		for (int i = 0; i < white.length; i++)
			white[i] = random.nextGaussian();
		for (int v = -reach; v <= reach; v++)
			for (int u = -reach; u <= reach; u++) {
				final double weight = filter.applyAsDouble(u, v);
				if (weight == 0) continue;
				for (int i = 0; i < values.length; i++)
					values[i] += weight * white[Math.floorMod(i / side + v, side) * side + Math.floorMod(i % side + u, side)];
			}
		return new FilteredNoise(values, side).scaled();
	}

	/** Returns white noise of which every second pixel, as the fields of a chessboard, is the mean of its neighbours. */
	static FilteredNoise ofDemosaicing(final int side, final long seed) {
		final double[] white = of(side, 0, (x, y) -> 1, seed).values, values = white.clone();
		for (int i = 0; i < values.length; i++) {
			final int x = i % side, y = i / side;
			if ((x + y) % 2 == 1) values[i] = 0.25 * (white[y * side + (x + 1) % side] + white[y * side + (x + side - 1) % side] +
				white[(y + 1) % side * side + x] + white[(y + side - 1) % side * side + x]);
		}
		return new FilteredNoise(values, side).scaled();
	}

	private FilteredNoise scaled() {
		final double deviation = Math.sqrt(Arrays.stream(values).map(x -> x * x).average().orElseThrow());
		return new FilteredNoise(Arrays.stream(values).map(x -> x / deviation).toArray(), side);
	}

	/** Returns the correlation of pixels at a distance. */
	double correlation(final int dx, final int dy) {
		return MeasuredLags.covariance(values, side, dx, dy);
	}

	/** Returns all correlations that are told of noise. */
	float[] lags() {
		return MeasuredLags.of(values, side);
	}
}
