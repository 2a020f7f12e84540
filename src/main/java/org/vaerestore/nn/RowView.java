package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A view of some rows of an array, kept as long as the array is the same one: each new view takes memory off the heap. */
public final class RowView {

	private final long from;
	private final long to;
	private INDArray array;
	private INDArray view;

	/** Creates a view of the rows {@code from} (inclusive) to {@code to} (exclusive) of arrays to come. */
	public RowView(final long from, final long to) {
		this.from = from;
		this.to = to;
	}

	/** Returns the rows of an array. */
	public INDArray of(final INDArray whole) {
		if (whole != array) {
			array = whole;
			view = OffHeap.rows(whole, from, to);
		}
		return view;
	}
}
