package org.vaerestore.train.noise;

import java.util.SplittableRandom;

/**
 * A linear filter of noise that is one along x, then one along y.
 *
 * @param alongX weights of pixels to the left, from far to near, of the pixel itself, and of those to the right; the squares add
 *          up to 1
 * @param alongY the same along y, as many
 */
record AxisKernels(double[] alongX, double[] alongY) {

	/** Draws square patches of filtered white noise. */
	Grain.Drawn draw(final int side, final int count, final SplittableRandom random) {
		final float[][] patches = new float[count][];
		for (int i = 0; i < count; i++)
			patches[i] = patch(side, random);
		return new Grain.Drawn(patches, Correlations.of((dx, dy) -> covariance(alongX, dx) * covariance(alongY, dy)));
	}

	private float[] patch(final int side, final SplittableRandom random) {
		final int wide = side + alongX.length - 1;
		final float[] white = WhiteGrain.values(wide * wide, random), across = new float[wide * side], values = new float[side *
			side];
		for (int y = 0; y < wide; y++)
			for (int tap = 0; tap < alongX.length; tap++)
				add(across, y * side, white, y * wide + tap, side, (float) alongX[tap]);
		for (int tap = 0; tap < alongY.length; tap++)
			add(values, 0, across, tap * side, side * side, (float) alongY[tap]);
		return values;
	}

	private static void add(final float[] sums, final int to, final float[] values, final int from, final int count,
		final float weight)
	{
		for (int i = 0; i < count; i++)
			sums[to + i] += weight * values[from + i];
	}

	private static double covariance(final double[] weights, final int distance) {
		double sum = 0;
		for (int i = Math.max(0, -distance); i < Math.min(weights.length, weights.length - distance); i++)
			sum += weights[i] * weights[i + distance];
		return sum;
	}
}
