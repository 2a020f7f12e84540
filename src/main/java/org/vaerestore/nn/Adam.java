package org.vaerestore.nn;

import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1), over the parameters of a {@link ParameterStore}; every float has its own
 * count of steps, so ranges may differ.
 */
public final class Adam {

	private static final double DECAY1 = 0.9;
	private static final double DECAY2 = 0.999;
	private static final double EPSILON = 1e-8;

	private final float[] first;
	private final float[] second;
	private final float[] steps;

	/** Creates an optimizer for so many floats. */
	public Adam(final int size) {
		first = new float[size];
		second = new float[size];
		steps = new float[size];
	}

	/**
	 * Changes a range of the values against their gradients; ranges that don't overlap may be changed side by side.
	 *
	 * @param values of the store
	 * @param gradients of the store
	 * @param scale factor to the gradients, below 1 where they are clipped
	 * @param from first float
	 * @param to float after the last
	 * @param rate learning rate
	 */
	public void step(final FloatBuffer values, final FloatBuffer gradients, final double scale, final int from,
		final int to, final double rate)
	{
		float correctedFor = -1;
		double correction1 = 1;
		double correction2 = 1;
		for (int i = from; i < to; i++) {
			final float step = ++steps[i];
			if (step != correctedFor) {
				correction1 = 1 - Math.pow(DECAY1, step);
				correction2 = 1 - Math.pow(DECAY2, step);
				correctedFor = step;
			}
			final double g = gradients.get(i) * scale;
			first[i] = (float) (DECAY1 * first[i] + (1 - DECAY1) * g);
			second[i] = (float) (DECAY2 * second[i] + (1 - DECAY2) * g * g);
			values.put(i, (float) (values.get(i) - rate * (first[i] / correction1) / (Math.sqrt(second[i] / correction2) +
				EPSILON)));
		}
	}

	/** Returns the arrays that a resumed training needs, by name; not copied. */
	public Map<String, float[]> state() {
		return Map.of("adam.first", first, "adam.second", second, "adam.steps", steps);
	}
}
