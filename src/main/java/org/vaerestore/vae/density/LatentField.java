package org.vaerestore.vae.density;

import java.util.SplittableRandom;

/**
 * Draws standard normal values on a grid whose neighbours correlate: the correlation of two places falls with each step along
 * either axis by the same factor (a separable autoregressive field of first order).
 */
final class LatentField {

	private LatentField() {}

	/**
	 * Draws values.
	 *
	 * @param correlation of neighbours, 0 to less than 1
	 * @return row by row
	 */
	static double[] draw(final int height, final int width, final double correlation, final SplittableRandom random) {
		final double[] values = new double[height * width];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextGaussian();
		final double rest = Math.sqrt(1 - correlation * correlation);
		for (int i = 0; i < values.length; i++)
			if (i % width > 0) values[i] = correlation * values[i - 1] + rest * values[i];
		for (int i = width; i < values.length; i++)
			values[i] = correlation * values[i - width] + rest * values[i];
		return values;
	}
}
