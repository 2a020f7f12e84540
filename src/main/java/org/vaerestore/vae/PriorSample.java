package org.vaerestore.vae;

/** How a sample of the prior is used where something else tells a part of the signal already. */
public final class PriorSample {

	/** Trust of what isn't known at most, so that it can be told from what is. */
	public static final float MOST_TRUST = 0.999f;

	private PriorSample() {}

	/**
	 * Returns the trust in an estimate whose error is told: with it, a sample departs from the estimate by as many standard
	 * deviations as the network says in units of the picture's.
	 *
	 * @param deviation of the estimate's error, in network units, in which a picture's standard deviation is about 1
	 */
	public static float trust(final double deviation) {
		return (float) Math.max(0, Math.min(MOST_TRUST, 1 - deviation * deviation));
	}

	/**
	 * Returns by what share of the difference between a sample and its start the start is to be changed.
	 *
	 * @param trust share of the signal's variance that the start explains, 0 to 1: the rest has a standard deviation that is
	 *          smaller by the root of what is left
	 */
	public static float share(final float trust) {
		return (float) Math.sqrt(Math.max(0, 1 - trust));
	}

	/**
	 * Returns a sample's value as it is used.
	 *
	 * @param sample what was drawn
	 * @param start what is told already
	 * @param trust see {@link #share}
	 */
	public static float used(final float sample, final float start, final float trust) {
		return start + share(trust) * (sample - start);
	}
}
