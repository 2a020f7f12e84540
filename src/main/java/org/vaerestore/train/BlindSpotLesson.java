package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.train.holes.HoleSampler;

/**
 * Data with noise of any shape: a pixel's value from its surroundings, scored by the noise model (Krull et al., PN2V,
 * Frontiers in Computer Science 2020).
 */
final class BlindSpotLesson implements Lesson {

	/** Share of patches that have holes instead, so that the model restores too. */
	private static final double WITH_HOLES = 0.4;
	/** Share of pixels that are blind spots. */
	private static final double BLIND = 0.25;

	@Override
	public void hide(final HoleSampler holes, final boolean[] hidden, final SplittableRandom random) {
		if (random.nextDouble() < WITH_HOLES) holes.draw(random, hidden);
		else for (int i = 0; i < hidden.length; i++)
			hidden[i] = random.nextDouble() < BLIND;
	}

	@Override
	public boolean refinesNoise() {
		return true;
	}
}
