package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/** How strong noise is: from faint to three times the signal, and half of the time as in images that are worth denoising. */
final class Strength {

	private static final double FAINTEST = 1.0 / 30, STRONGEST = 1 / 0.3, USUAL = 0.5, WEAK = 0.2, STRONG = 1.5;

	private Strength() {}

	/** Returns a standard deviation of noise in those of the signal. */
	static double draw(final SplittableRandom random) {
		return random.nextDouble() < USUAL ? Draws.logUniform(random, WEAK, STRONG) : Draws.logUniform(random, FAINTEST,
			STRONGEST);
	}
}
