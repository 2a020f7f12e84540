package org.vaerestore.train;

import java.util.SplittableRandom;

/** Gaussian noise of variance 1 whose horizontal and vertical neighbours correlate as a lens makes them. */
final class CorrelatedNoise {

	/** More than neighbours on each side alone can share. */
	private static final double MOST = 0.7;

	private final int side;
	/** Weight of a neighbour along each axis, and of the pixel itself; their squares add up to 1. */
	private final double beside, middle;

	/**
	 * Creates noise for square patches.
	 *
	 * @param correlation of neighbours, 0 for white noise; above 0.7 it counts as that
	 */
	CorrelatedNoise(final int side, final double correlation) {
		this.side = side;
		final double c = Math.min(MOST, correlation), ratio = c == 0 ? 0 : (1 - Math.sqrt(1 - 2 * c * c)) / (2 * c);
		middle = 1 / Math.sqrt(1 + 2 * ratio * ratio);
		beside = ratio * middle;
	}

	/** Returns a patch of noise, row by row. */
	double[] draw(final SplittableRandom random) {
		final int wide = beside == 0 ? side : side + 2;
		final double[] white = new double[wide * wide];
		for (int i = 0; i < white.length; i++)
			white[i] = random.nextGaussian();
		if (beside == 0) return white;
		final double[] across = new double[wide * side], noise = new double[side * side];
		for (int y = 0; y < wide; y++)
			for (int x = 0; x < side; x++)
				across[y * side + x] = middle * white[y * wide + x + 1] + beside * (white[y * wide + x] + white[y * wide + x + 2]);
		for (int i = 0; i < noise.length; i++)
			noise[i] = middle * across[i + side] + beside * (across[i] + across[i + 2 * side]);
		return noise;
	}
}
