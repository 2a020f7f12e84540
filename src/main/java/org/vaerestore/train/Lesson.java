package org.vaerestore.train;

import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;

/** What a patch is made to teach. */
enum Lesson {
	/** Clean data: what is behind holes. */
	HOLES,
	/**
	 * Data with Gaussian noise, in units in which it is stable: the signal behind noise. A patch x is split into two
	 * pictures of the same signal with uncorrelated noise, x + a n and x - n / a, where n is drawn with the noise's variance
	 * (Pang et al., Recorrupted-to-Recorrupted, CVPR 2021), and the one is predicted from the other.
	 */
	RECORRUPTION,
	/**
	 * Data with noise of any shape: a pixel's value from its surroundings, scored by the noise model (Krull et al., PN2V,
	 * Frontiers in Computer Science 2020).
	 */
	BLIND_SPOTS;

	static Lesson of(final NoiseModel noise) {
		if (noise instanceof NoNoise) return HOLES;
		return noise instanceof MixtureNoise ? BLIND_SPOTS : RECORRUPTION;
	}
}
