package org.vaerestore.train.noise;

import java.util.SplittableRandom;

/**
 * Noise that is the same whatever the signal.
 *
 * @param grain what it is like
 */
record Additive(Grain grain) implements Noise {

	@Override
	public NoisyPatch add(final float[] patch, final Tones tones, final SplittableRandom random) {
		final double level = Strength.draw(random);
		return NoisyPatch.of(patch, grain.draw(NoisyPatch.sideOf(patch), random), level);
	}
}
