package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Noise cut at a level, or the ridges of noise: patches with sharp borders, coats of animals, cracks and veins.
 *
 * @param noise what is cut
 * @param level where
 * @param steep how sharp the borders are
 * @param ridges whether the places near the level are the bright ones, else those above it
 */
record Patches(Texture noise, double level, double steep, boolean ridges) implements Texture {

	static Texture draw(final SplittableRandom random) {
		final int octaves = random.nextInt(1, 5);
		final double coarsest = Draws.logUniform(random, 3, 12) * (1 << octaves - 1);
		final Texture noise = new Fractal(Axis.draw(random), coarsest, random.nextInt(3) == 0 ? Draws.logUniform(random, 1.5,
			6) : 1, octaves, random.nextDouble(1, 2.2), new PlaneNoise(random.nextLong()));
		return new Patches(noise, random.nextDouble(-0.5, 0.5), Draws.logUniform(random, 2, 20), random.nextInt(3) == 0);
	}

	@Override
	public double at(final double x, final double y) {
		final double above = steep * (noise.at(x, y) - level);
		return ridges ? 2 / (1 + above * above) - 1 : Math.tanh(above);
	}
}
