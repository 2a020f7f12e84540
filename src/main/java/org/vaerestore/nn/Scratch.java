package org.vaerestore.nn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays that layers share which never need their outputs at the same time: where nothing is learned, what is inside a
 * residual block is of no use behind it.
 */
public final class Scratch implements AutoCloseable {

	private final Map<List<Object>, INDArray> arrays = new HashMap<>();
	/** By the values' identity. */
	private final Map<float[], INDArray> constants = new IdentityHashMap<>();

	/**
	 * Returns an array; its content is undefined.
	 *
	 * @param purpose arrays for different purposes are different ones, even of the same shape
	 */
	INDArray array(final String purpose, final long... shape) {
		final List<Object> key = List.of(purpose, Arrays.stream(shape).boxed().collect(Collectors.toList()));
		return arrays.computeIfAbsent(key, k -> OffHeap.allocate(shape));
	}

	/** Returns an array of at least as many elements, which is the same one for many lengths; its content is undefined. */
	INDArray atLeast(final String purpose, final long length) {
		return array(purpose, Math.max(1, Long.highestOneBit(2 * length - 1)));
	}

	/** Returns an array with some values, which nobody may change. */
	INDArray constant(final float[] values) {
		return constants.computeIfAbsent(values, k -> {
			final INDArray array = OffHeap.allocate(values.length);
			OffHeap.buffer(array).put(0, values);
			return array;
		});
	}

	/** Frees the arrays, which nobody may use any more. */
	@Override
	public void close() {
		arrays.values().forEach(OffHeap::close);
		constants.values().forEach(OffHeap::close);
		arrays.clear();
		constants.clear();
	}
}
