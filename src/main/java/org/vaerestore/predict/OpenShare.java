package org.vaerestore.predict;

/** How far an estimate of every pixel, such as that of an enhanced image, can be trusted as the start of samples. */
public final class OpenShare {

	/** Of pixels of which something is open, so that they can be told from known ones. */
	private static final float MOST_TRUST = 0.999f;

	private OpenShare() {}

	/**
	 * Returns the trust in an estimate: with it, a sample departs from the estimate by as many standard deviations as the
	 * network says in units of the picture's.
	 *
	 * @param deviation of the estimate's error, in network units, in which a picture's standard deviation is about 1
	 */
	public static float trust(final double deviation) {
		return (float) Math.max(0, Math.min(MOST_TRUST, 1 - deviation * deviation));
	}
}
