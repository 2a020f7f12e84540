package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * A linear filter that gives white noise a covariance.
 *
 * @param weights of the pixels around one, row by row
 * @param reach in pixels to each side, so that there are {@code 2 reach + 1} rows
 */
record Kernel(float[] weights, int reach) {

	/** A weight as a function of place. */
	@FunctionalInterface
	interface Weight {

		double at(int x, int y);
	}

	/** Returns a kernel that leaves white noise its variance: of weights whose squares may add up to anything but 0. */
	static Kernel of(final int reach, final Weight weight) {
		final int wide = 2 * reach + 1;
		final double[] weights = new double[wide * wide];
		double squares = 0;
		for (int i = 0; i < weights.length; i++) {
			weights[i] = weight.at(i % wide - reach, i / wide - reach);
			squares += weights[i] * weights[i];
		}
		final float[] scaled = new float[weights.length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = (float) (weights[i] / Math.sqrt(squares));
		return new Kernel(scaled, reach);
	}

	/** Draws square patches of filtered white noise. */
	Grain.Drawn draw(final int side, final int count, final SplittableRandom random) {
		final int wide = side + 2 * reach;
		final float[][] patches = new float[count][];
		for (int i = 0; i < count; i++)
			patches[i] = filtered(WhiteGrain.values(wide * wide, random), side);
		return new Grain.Drawn(patches, correlations());
	}

	/** Returns what is left of a square patch that reaches further than the kernel does on all sides. */
	private float[] filtered(final float[] values, final int side) {
		final int wide = side + 2 * reach, taps = 2 * reach + 1, count = (side - 1) * wide + side;
		// Sums between the rows are of no use, but loops over all rows at once are several times as fast.
		final float[] sums = new float[count], filtered = new float[side * side];
		for (int tap = 0; tap < weights.length; tap++) {
			final int from = tap / taps * wide + tap % taps;
			final float weight = weights[tap];
			for (int i = 0; i < count; i++)
				sums[i] += weight * values[from + i];
		}
		for (int y = 0; y < side; y++)
			System.arraycopy(sums, y * wide, filtered, y * side, side);
		return filtered;
	}

	/** Returns what white noise correlates like that went through this. */
	NoiseCorrelations correlations() {
		return Correlations.of(this::covariance);
	}

	/** Returns the covariance of pixels at a distance. */
	double covariance(final int dx, final int dy) {
		final int taps = 2 * reach + 1;
		double sum = 0;
		for (int y = Math.max(0, -dy); y < Math.min(taps, taps - dy); y++)
			for (int x = Math.max(0, -dx); x < Math.min(taps, taps - dx); x++)
				sum += weights[y * taps + x] * (double) weights[(y + dy) * taps + x + dx];
		return sum;
	}
}
