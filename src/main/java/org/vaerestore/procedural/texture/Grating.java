package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Straight stripes, from a sinusoid to a square wave.
 *
 * @param axis across the stripes
 * @param period in pixels
 * @param phase in radians
 * @param steep 0 for a sinusoid; the larger, the more like a square wave
 * @param bias 0 for dark and bright stripes of one width, -1 to 1
 */
record Grating(Axis axis, double period, double phase, double steep, double bias) implements Texture {

	private static final double FINEST = 2.2, COARSEST = 24;

	static Texture draw(final SplittableRandom random) {
		return draw(FINEST, COARSEST, random);
	}

	static Grating draw(final double finest, final double coarsest, final SplittableRandom random) {
		final double period = Draws.logUniform(random, finest, coarsest);
		// What is steeper than a pixel would be jagged.
		final double steep = random.nextBoolean() ? 0 : Math.min(0.35 * period, Draws.logUniform(random, 0.5, 8));
		return new Grating(Axis.draw(random), period, random.nextDouble(2 * Math.PI), steep, steep == 0 ? 0 : random
			.nextDouble(-0.6, 0.6));
	}

	@Override
	public double at(final double x, final double y) {
		final double wave = Math.sin(2 * Math.PI * axis.along(x, y) / period + phase);
		return steep == 0 ? wave : Math.tanh(steep * (wave + bias)) / Math.tanh(steep * (1 + Math.abs(bias)));
	}
}
