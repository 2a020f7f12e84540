package org.vaerestore.vae;

/**
 * The weight of a companion's score s, ((s + sqrt(s^2 + 4)) / 2)^2: 1 for 0, next to nothing far below, the square of what is far above; and it
 * takes no exponential function.
 */
final class CompanionWeight {

	private CompanionWeight() {}

	static float of(final float score) {
		final float half = (score + root(score)) / 2;
		return half * half;
	}

	/** Returns the derivative. */
	static float slope(final float score) {
		return 2 * of(score) / root(score);
	}

	private static float root(final float score) {
		return (float) Math.sqrt(score * score + 4);
	}
}
