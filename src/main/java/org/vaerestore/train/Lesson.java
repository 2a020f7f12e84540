package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;

/** What a patch is made to teach: what of it a network doesn't see, and how that which it sees tells nothing of the noise. */
interface Lesson {

	/** Hides pixels of a patch. */
	void hide(HoleSampler holes, boolean[] hidden, SplittableRandom random);

	/** Returns whether the noise of context and target is made independent, so that visible pixels count too. */
	default boolean recorrupts() {
		return false;
	}

	/** Draws how much noise is added to a context, in standard deviations of the image's; 0 unless this recorrupts. */
	default double recorruption(final SplittableRandom random) {
		return 0;
	}

	/** Returns whether holes start from where restoring starts from: what patches around say, and how far that is sure. */
	default boolean startsFromPatches() {
		return false;
	}

	/** Returns whether a noise model of any shape is fitted once the network tells signal from noise. */
	default boolean refinesNoise() {
		return false;
	}

	/**
	 * Returns the lesson for data.
	 *
	 * @param kind of noise model that is wanted
	 * @param noise of the data
	 */
	static Lesson of(final NoiseKind kind, final NoiseModel noise) {
		if (noise instanceof NoNoise) return new HoleLesson();
		return kind == NoiseKind.MIXTURE || noise instanceof MixtureNoise ? new BlindSpotLesson() : new RecorruptionLesson();
	}
}
