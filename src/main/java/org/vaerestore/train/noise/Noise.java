package org.vaerestore.train.noise;

import java.util.SplittableRandom;

/** A kind of noise that procedural pictures are given. */
interface Noise {

	/**
	 * Returns a square patch with noise of random strength, and what is true of the noise.
	 *
	 * @param patch signal, row by row, in units of its scene: median 0, standard deviation 1; may be changed
	 * @param tones of the scene
	 */
	NoisyPatch add(float[] patch, Tones tones, SplittableRandom random);
}
