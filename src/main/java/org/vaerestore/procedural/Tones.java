package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * How bright the things of a picture are, and how strong their textures, from 0 for black to 1 for white.
 *
 * @param gamma above 1 for few bright things, below 1 for few dark ones
 * @param lowest standard deviation of a texture
 * @param highest standard deviation of a texture
 * @param plain share of things that have none
 */
record Tones(double gamma, double lowest, double highest, double plain) {

	static Tones draw(final SplittableRandom random) {
		return new Tones(Draws.logUniform(random, 0.6, 1.7), Draws.logUniform(random, 0.006, 0.025), Draws.logUniform(random,
			0.1, 0.35), random.nextDouble(0.4));
	}

	double level(final SplittableRandom random) {
		return Math.pow(random.nextDouble(), gamma);
	}

	double contrast(final SplittableRandom random) {
		return random.nextDouble() < plain ? 0 : Draws.logUniform(random, lowest, highest);
	}
}
