package org.vaerestore.zarr.array;

import java.util.Arrays;

/**
 * How the values of a chunk lie in its bytes, and how those inside the array are cut out of it; in Zarr's order of axes.
 *
 * @param chunk pixels along each axis
 * @param permutation the axes in the order in which they are stored, slowest first
 * @param bytes of a value
 */
record ChunkLayout(int[] chunk, int[] permutation, int bytes) {

	/**
	 * Cuts the beginning of each axis out of a chunk.
	 *
	 * @param stored bytes of the whole chunk, as they are stored
	 * @param size pixels to cut along each axis
	 * @return the values row by row, or what was given if nothing is to do
	 */
	byte[] cut(final byte[] stored, final int[] size) {
		if (ChunkCodecs.isStraight(permutation) && Arrays.equals(size, chunk)) return stored;
		final byte[] cut = new byte[count(size) * bytes];
		copy(stored, cut, size, true);
		return cut;
	}

	/** Puts values, row by row, to the beginning of each axis of a chunk; see {@link #cut}. */
	void put(final byte[] values, final byte[] stored, final int[] size) {
		copy(stored, values, size, false);
	}

	private void copy(final byte[] stored, final byte[] values, final int[] size, final boolean cuts) {
		final int[] steps = steps();
		final int last = size.length - 1, row = size[last], step = steps[last];
		final int[] position = new int[size.length];
		int inside = 0;
		while (inside < values.length) {
			int at = 0;
			for (int i = 0; i < last; i++)
				at += position[i] * steps[i];
			// Rows at once where they lie so.
			final int length = step == bytes ? row * bytes : bytes;
			for (int done = 0; done < row * bytes; done += length, at += step, inside += length)
				if (cuts) System.arraycopy(stored, at, values, inside, length);
				else System.arraycopy(values, inside, stored, at, length);
			int axis = last - 1;
			while (axis >= 0 && ++position[axis] == size[axis])
				position[axis--] = 0;
		}
	}

	/** Returns how many bytes a step along each axis is. */
	private int[] steps() {
		final int[] steps = new int[chunk.length];
		int step = bytes;
		for (int i = permutation.length - 1; i >= 0; i--) {
			steps[permutation[i]] = step;
			step *= chunk[permutation[i]];
		}
		return steps;
	}

	static int count(final int[] size) {
		int count = 1;
		for (final int each : size)
			count *= each;
		return count;
	}
}
