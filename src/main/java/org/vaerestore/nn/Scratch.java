package org.vaerestore.nn;

import java.util.Arrays;
import java.util.HashMap;
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

	/**
	 * Returns an array; its content is undefined.
	 *
	 * @param purpose arrays for different purposes are different ones, even of the same shape
	 */
	INDArray array(final String purpose, final long... shape) {
		final List<Object> key = List.of(purpose, Arrays.stream(shape).boxed().collect(Collectors.toList()));
		return arrays.computeIfAbsent(key, k -> OffHeap.allocate(shape));
	}

	/** Frees the arrays, which nobody may use any more. */
	@Override
	public void close() {
		arrays.values().forEach(OffHeap::close);
		arrays.clear();
	}
}
