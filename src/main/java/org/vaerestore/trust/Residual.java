package org.vaerestore.trust;

import org.vaerestore.vae.noise.NoiseModel;

/**
 * What a result took away from its input, in units of the standard deviation of the noise that is expected there, cut
 * at eight.
 *
 * @param values row by row; NaN where nothing is known
 * @param width in pixels
 */
record Residual(float[] values, int width) {

	/** A few specks must not hide what all others say. */
	private static final double MOST = 8;

	/**
	 * Takes input minus result.
	 *
	 * @param noise what to measure by
	 * @param rounding variance that rounding the result adds, in units of the image squared
	 */
	static Residual of(final Look look, final NoiseModel noise, final double rounding) {
		final float[] values = new float[look.input().length];
		for (int i = 0; i < values.length; i++) {
			final double variance = noise.variance(look.result()[i]) + rounding;
			final double value = ((double) look.input()[i] - look.result()[i]) / Math.sqrt(variance);
			values[i] = look.known()[i] ? (float) Math.max(-MOST, Math.min(MOST, value)) : Float.NaN;
		}
		return new Residual(values, look.width());
	}

	int height() {
		return values.length / width;
	}
}
