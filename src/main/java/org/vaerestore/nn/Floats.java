package org.vaerestore.nn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Off-heap floats from a place onwards, valid as long as the array that they are of.
 *
 * @param start the first one
 */
record Floats(FloatPointer start) {

	/**
	 * Returns the floats of an array or of a view of leading rows.
	 *
	 * @throws IllegalArgumentException if they don't lie one behind the other
	 */
	static Floats of(final INDArray array) {
		long length = 1;
		for (int axis = array.rank() - 1; axis >= 0; axis--) {
			// Along an axis of a single element ND4J gives any stride.
			if (array.size(axis) > 1 && array.stride(axis) != length) throw new IllegalArgumentException(
				"An array in row-major order without gaps is needed, but this one is " + array.shapeInfoToString());
			length *= array.size(axis);
		}
		return new Floats(new FloatPointer(array.data().addressPointer()));
	}

	/** Returns the floats from a later place onwards. */
	Floats from(final long offset) {
		return new Floats(start.getPointer(offset));
	}

	/** Sets floats to zero. */
	void clear(final long count) {
		Pointer.memset(start, 0, count * Float.BYTES);
	}

	/** Takes the values of others, which may overlap with these. */
	void copy(final Floats source, final long count) {
		Pointer.memmove(start, source.start, count * Float.BYTES);
	}

	/** Writes the first {@code count} floats again and again, so that they are there {@code times} times. */
	void repeat(final long count, final long times) {
		for (long done = 1; done < times; done *= 2)
			from(done * count).copy(this, Math.min(done, times - done) * count);
	}
}
