package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * A texture on something that is not flat, such as cloth with folds: each point shows what lies a little beside it.
 *
 * @param length over which the displacement changes, in pixels
 * @param reach of the displacement, in pixels
 */
record Warped(Texture texture, double length, double reach, PlaneNoise noise) implements Texture {

	static Texture draw(final Texture texture, final int side, final SplittableRandom random) {
		final double length = Draws.logUniform(random, 0.06, 0.6) * side;
		return new Warped(texture, length, length * Draws.logUniform(random, 0.03, 0.35), new PlaneNoise(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = x / length, v = y / length;
		return texture.at(x + reach * noise.at(u, v), y + reach * noise.at(u + 57.3, v + 91.1));
	}
}
