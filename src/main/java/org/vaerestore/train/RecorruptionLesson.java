package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.train.holes.HoleSampler;

/**
 * Data with Gaussian noise, in units in which it is stable: the signal behind noise. A patch x is split into two pictures of
 * the same signal with uncorrelated noise, x + a n and x - n / a, where n is drawn with the noise's covariance (Pang et al.,
 * Recorrupted-to-Recorrupted, CVPR 2021), and the one is predicted from the other.
 */
final class RecorruptionLesson implements Lesson {

	/** Noise that is added, in units of the image's: with less, targets have so much that little is learned. */
	private static final double LEAST = 0.5, MOST = 1;
	/** Share of patches that also have holes, so that the model restores too. */
	private static final double WITH_HOLES = 0.15;

	@Override
	public void hide(final HoleSampler holes, final boolean[] hidden, final SplittableRandom random) {
		if (random.nextDouble() < WITH_HOLES) holes.draw(random, hidden);
	}

	@Override
	public boolean recorrupts() {
		return true;
	}

	@Override
	public double recorruption(final SplittableRandom random) {
		return random.nextDouble(LEAST, MOST);
	}
}
