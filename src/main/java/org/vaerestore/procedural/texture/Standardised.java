package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

/**
 * A texture with a mean of 0 and a standard deviation of 1, either way round.
 *
 * @param mean of the texture
 * @param factor by which it is multiplied
 */
record Standardised(Texture texture, double mean, double factor) implements Texture {

	private static final int SAMPLES = 200;
	/** What is rarer than this makes is not made stronger. */
	private static final double LEAST_DEVIATION = 0.12;

	static Texture draw(final Texture texture, final int side, final SplittableRandom random) {
		double sum = 0, squares = 0;
		for (int i = 0; i < SAMPLES; i++) {
			final double value = texture.at(random.nextInt(side), random.nextInt(side));
			sum += value;
			squares += value * value;
		}
		final double mean = sum / SAMPLES, deviation = Math.sqrt(Math.max(0, squares / SAMPLES - mean * mean));
		return new Standardised(texture, mean, (random.nextBoolean() ? 1 : -1) / Math.max(LEAST_DEVIATION, deviation));
	}

	@Override
	public double at(final double x, final double y) {
		return factor * (texture.at(x, y) - mean);
	}
}
