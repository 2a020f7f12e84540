package org.vaerestore.enhance;

import org.vaerestore.job.InputException;

/**
 * How to enhance.
 *
 * @param samples number of samples of which the mean is taken; 0 for the mean of passes along the prior's mean in all eight
 *          flips and rotations, which comes closest to the truth
 * @param strength share of the enhanced image in the result, the rest being the input: 0 to 1
 * @param seed of the samples
 * @param threads compute threads, at least 1
 */
public record EnhanceSettings(int samples, double strength, long seed, int threads) {

	/** Checks the values. */
	public EnhanceSettings {
		if (samples < 0 || samples > 10_000) throw new InputException("The number of samples is " + samples +
			"; it must be from 0 to 10000.");
		if (!(strength >= 0 && strength <= 1)) throw new InputException("The strength is " + strength +
			"; it must be from 0 (the input) to 1 (all enhanced).");
		if (threads < 1) throw new InputException("The number of threads is " + threads + "; it must be at least 1.");
	}

	/** Returns the settings that suit most images: the closest estimate. */
	public static EnhanceSettings defaults() {
		return new EnhanceSettings(0, 1, 1, Runtime.getRuntime().availableProcessors());
	}
}
