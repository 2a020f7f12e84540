package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * Gaussian noise that correlates as that of images does, and of which rows and columns share as much; its variance is 1
 * without these shares.
 */
final class CorrelatedNoise {

	/** Energy of a filter's weights beyond which they don't matter, as a share of all. */
	private static final double NEGLIGIBLE = 1e-4;

	private final int side;
	private final double rows, columns;
	/** Weights of the pixels around one, row by row. */
	private final double[] filter;
	/** Of the filter to each side, in pixels. */
	private final int reach;

	/** Creates noise for square patches. */
	CorrelatedNoise(final int side, final NoiseCorrelations correlations) {
		this.side = side;
		rows = correlations.rows();
		columns = correlations.columns();
		final double[] whole = NoiseSpectrum.of(correlations).filter();
		int fewest = 0;
		while (energyBeyond(whole, fewest) > NEGLIGIBLE)
			fewest++;
		reach = fewest;
		filter = middle(whole, reach);
	}

	/** Returns a patch of noise, row by row. */
	double[] draw(final SplittableRandom random) {
		final int wide = side + 2 * reach, taps = 2 * reach + 1;
		final double[] white = new double[wide * wide];
		for (int i = 0; i < white.length; i++)
			white[i] = random.nextGaussian();
		final double[] noise = reach == 0 ? white : new double[side * side];
		if (reach > 0) for (int tap = 0; tap < filter.length; tap++)
			for (int y = 0; y < side; y++) {
				final int from = (y + tap / taps) * wide + tap % taps;
				for (int x = 0; x < side; x++)
					noise[y * side + x] += filter[tap] * white[from + x];
			}
		if (rows > 0) for (int y = 0; y < side; y++)
			add(noise, y * side, 1, rows * random.nextGaussian());
		if (columns > 0) for (int x = 0; x < side; x++)
			add(noise, x, side, columns * random.nextGaussian());
		return noise;
	}

	/** Returns the variance of a pixel: 1, and what rows and columns share. */
	double variance() {
		return 1 + rows * rows + columns * columns;
	}

	private void add(final double[] noise, final int from, final int step, final double offset) {
		for (int i = 0; i < side; i++)
			noise[from + i * step] += offset;
	}

	/** Returns the share of the energy of a filter's weights that are farther than some pixels. */
	private static double energyBeyond(final double[] filter, final int reach) {
		double all = 0, within = 0;
		for (final double weight : filter)
			all += weight * weight;
		for (final double weight : middle(filter, reach))
			within += weight * weight;
		return within < all ? 1 - within / all : 0;
	}

	/** Returns the middle of square weights. */
	private static double[] middle(final double[] filter, final int reach) {
		final int wide = (int) Math.round(Math.sqrt(filter.length)), taps = 2 * reach + 1, before = wide / 2 - reach;
		final double[] middle = new double[taps * taps];
		for (int i = 0; i < middle.length; i++)
			middle[i] = filter[(before + i / taps) * wide + before + i % taps];
		return middle;
	}
}
