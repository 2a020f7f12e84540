package org.vaerestore.nn;

import java.nio.FloatBuffer;

/**
 * An exponential moving average of the weights, which is a better model than any of them (Polyak and Juditsky, 1992);
 * at the beginning it follows quickly, so that the initial weights don't linger.
 */
public final class WeightAverage {

	private final double decay;
	private final float[] average;

	/**
	 * Starts at the given weights.
	 *
	 * @param decay weight of the past at each step, once the average has settled
	 * @param values of the store
	 * @param size number of floats
	 */
	public WeightAverage(final double decay, final FloatBuffer values, final int size) {
		this.decay = decay;
		average = new float[size];
		values.get(0, average);
	}

	/**
	 * Takes in weights after a step.
	 *
	 * @param values of the store
	 * @param steps counts from 1
	 * @param from first weight
	 * @param to weight after the last
	 */
	public void update(final FloatBuffer values, final long steps, final int from, final int to) {
		final double d = Math.min(decay, (1.0 + steps) / (10.0 + steps));
		for (int i = from; i < to; i++)
			average[i] = (float) (d * average[i] + (1 - d) * values.get(i));
	}

	/** Returns the averaged weights; not copied. */
	public float[] values() {
		return average;
	}
}
