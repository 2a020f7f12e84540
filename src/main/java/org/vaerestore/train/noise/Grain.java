package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.vae.noise.NoiseCorrelations;

/** Gaussian noise that doesn't depend on the signal. */
interface Grain {

	/** Draws square patches of the same noise. */
	Drawn draw(int side, int count, SplittableRandom random);

	/** Draws a square patch of noise. */
	default Drawn draw(final int side, final SplittableRandom random) {
		return draw(side, 1, random);
	}

	/**
	 * Patches of noise.
	 *
	 * @param patches independent of each other, row by row; mean 0, variance 1 on average over many patches and all places
	 * @param correlations of such patches on average over all places
	 */
	record Drawn(float[][] patches, NoiseCorrelations correlations) {

		/** Returns the first patch. */
		float[] values() {
			return patches[0];
		}
	}
}
