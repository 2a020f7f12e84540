package org.vaerestore.predict;

/** What is made of what isn't known: of a hole, or of what noise leaves open. */
public enum Estimate {
	/** One sample, which looks like a picture of this kind: one of many that may have been there. */
	NATURAL,
	/** The mean: the closest to the truth, and too smooth. */
	MEAN,
	/** As many samples as are asked for, along one more, last dimension of the output: possible truths. */
	ALTERNATIVES;

	/**
	 * Returns how many results there are of each plane: one, or as many as samples.
	 *
	 * @param samples number of alternatives
	 */
	public int results(final int samples) {
		return this == ALTERNATIVES ? Math.max(1, samples) : 1;
	}
}
