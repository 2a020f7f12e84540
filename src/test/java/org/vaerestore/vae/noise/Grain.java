package org.vaerestore.vae.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.GaussianBlur;

/** Texture that looks like correlated noise: white noise that was blurred. */
final class Grain {

	private Grain() {}

	/** Returns a square of a standard deviation, row by row. */
	static float[] of(final int side, final double radius, final double deviation, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] white = new float[side * side];
		for (int i = 0; i < white.length; i++)
			white[i] = (float) random.nextGaussian();
		final float[] grain = GaussianBlur.blur(white, side, side, radius);
		double squares = 0;
		for (final float value : grain)
			squares += value * value;
		final float factor = (float) (deviation / Math.sqrt(squares / grain.length));
		for (int i = 0; i < grain.length; i++)
			grain[i] *= factor;
		return grain;
	}
}
