package org.vaerestore.nn;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Off-heap float arrays in row-major order: allocation, views of leading rows, access from Java. */
public final class OffHeap {

	private OffHeap() {}

	/** Allocates an array; its content is undefined. The caller closes it. */
	public static INDArray allocate(final long... shape) {
		return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
	}

	/** Returns the memory of a whole array (not of a view of one) for reading and writing from Java. */
	public static FloatBuffer buffer(final INDArray array) {
		return array.data().asNioFloat();
	}

	/**
	 * Returns rows {@code from} (inclusive) to {@code to} (exclusive) along the first axis as a contiguous view, or the
	 * array itself if that is all of it.
	 */
	public static INDArray rows(final INDArray array, final long from, final long to) {
		if (from == 0 && to == array.size(0)) return array;
		final INDArrayIndex[] indices = new INDArrayIndex[array.rank()];
		indices[0] = NDArrayIndex.interval(from, to);
		for (int d = 1; d < indices.length; d++)
			indices[d] = NDArrayIndex.all();
		return array.get(indices);
	}

	/** Closes an array if there is one. */
	public static void close(final INDArray array) {
		if (array != null && array.closeable()) array.close();
	}
}
