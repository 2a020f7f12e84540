package org.vaerestore.vae;

/** How a sample of the prior is used where something else tells a part of the signal already. */
public final class PriorSample {

	private PriorSample() {}

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
