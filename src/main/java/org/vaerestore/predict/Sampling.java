package org.vaerestore.predict;

/**
 * How many passes to make for a plane.
 *
 * @param samples of the prior, each in another of the eight flips and rotations; 0 for passes along the prior's mean in
 *          flips and rotations, which come closest to the truth
 * @param orientations how many flips and rotations to take if there are no samples, 1 to 8
 * @param seed of the samples
 */
public record Sampling(int samples, int orientations, long seed) {

	/** Returns samples, or, of 0, passes along the mean in all eight flips and rotations. */
	public Sampling(final int samples, final long seed) {
		this(samples, Orientation.COUNT, seed);
	}

	/** Returns the number of passes. */
	public int passes() {
		return samples == 0 ? orientations : samples;
	}
}
