package org.vaerestore.predict;

import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.vae.noise.NoiseEstimate;

/**
 * What noise makes of the difference of two slices that show the same.
 *
 * @param variance of a slice's noise
 * @param correlation of the noise between neighbours
 */
record DifferenceNoise(double variance, double correlation) {

	/** Blur in pixels. */
	private static final double BLUR = 1;
	private static final int LARGEST_SHIFT = 8;

	/** Returns a difference after the blur in which single pixels are looked at; what is not a number counts as 0. */
	float[] blurred(final float[] difference, final CellGrid grid) {
		final float[] known = difference.clone();
		for (int i = 0; i < known.length; i++)
			if (Float.isNaN(known[i])) known[i] = 0;
		return GaussianBlur.blur(known, grid.width(), grid.height(), BLUR);
	}

	/**
	 * Returns the variance of the difference's noise.
	 *
	 * @param share relative to the noise of two slices
	 * @param fine mean square of second differences along both axes, as a share of what white noise has
	 */
	double of(final double share, final double fine) {
		final double expected = 2 * share * variance;
		return correlation <= NoiseEstimate.WHITE ? Math.max(expected, fine) : expected;
	}

	/** Returns the variance of the difference's noise after the blur, from that before. */
	double ofBlurred(final double before) {
		return ofMean(before, 4 * Math.PI * BLUR * BLUR);
	}

	/**
	 * Returns the variance of a mean over some pixels: larger than were it white noise by the sum of the correlations
	 * over all shifts, if the noise is white noise that was blurred.
	 */
	double ofMean(final double before, final double pixels) {
		final double neighbours = correlation * Math.exp(-1 / (4 * BLUR * BLUR));
		double sum = 1;
		for (int shift = 1; shift <= LARGEST_SHIFT; shift++)
			sum += 2 * Math.pow(neighbours, shift * shift);
		return before * sum * sum / pixels;
	}
}
