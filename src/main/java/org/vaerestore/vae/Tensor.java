package org.vaerestore.vae;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named block of numbers of a network, on the Java heap.
 *
 * @param name unique among the tensors of a network, such as {@code encoder.1.block.0.conv1.weight}
 * @param shape length of each axis, outermost first
 * @param values the numbers in row-major order; not copied
 */
public record Tensor(String name, int[] shape, float[] values) {

	/**
	 * Checks that the shape and the number of values agree.
	 *
	 * @throws IllegalArgumentException if they don't
	 */
	public Tensor {
		Objects.requireNonNull(name, "name");
		final long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
		if (size != values.length) throw new IllegalArgumentException("Tensor " + name + " of shape " + Arrays.toString(
			shape) + " has " + values.length + " values.");
	}
}
