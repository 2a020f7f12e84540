package org.vaerestore.vae;

/**
 * Bounds the log-variance of the signal: without a lower bound the likelihood of clean data has no upper one.
 * <p>
 * A raw value r becomes {@code CENTRE + HALF * r / (1 + |r|)}.
 * </p>
 */
final class SignalVariance {

	/** Standard deviation of 0.1 of the data's spread, what an untrained network should expect. */
	private static final float CENTRE = -4.6f;
	private static final float HALF = 7;

	private SignalVariance() {}

	static float bounded(final float raw) {
		return CENTRE + HALF * raw / (1 + Math.abs(raw));
	}

	static float slope(final float raw) {
		final float s = 1 + Math.abs(raw);
		return HALF / (s * s);
	}
}
