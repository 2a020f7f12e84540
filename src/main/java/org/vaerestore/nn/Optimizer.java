package org.vaerestore.nn;

import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A first-order optimizer over the parameters of a {@link ParameterStore}.
 * <p>
 * Steps are one pass in plain Java over the store's memory; at the size of these networks they take about a hundredth
 * of a training step.
 * </p>
 */
public sealed interface Optimizer permits Adam, Adamax {

	/**
	 * Changes a range of the values against their gradients.
	 *
	 * @param values of the store
	 * @param gradients of the store
	 * @param scale factor to the gradients, below 1 where they are clipped
	 * @param from first float
	 * @param to float after the last
	 * @param rate learning rate
	 */
	void step(FloatBuffer values, FloatBuffer gradients, double scale, int from, int to, double rate);

	/** Returns the arrays that a resumed training needs, by name; not copied. */
	Map<String, float[]> state();
}
