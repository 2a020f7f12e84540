package org.vaerestore.fill;

import java.util.Arrays;

/** A growing list of positions in an array. */
final class PixelList {

	private int[] positions = new int[64];
	private int size;

	void add(final int position) {
		if (size == positions.length) positions = Arrays.copyOf(positions, 2 * size);
		positions[size++] = position;
	}

	void addAll(final PixelList other) {
		for (int k = 0; k < other.size; k++)
			add(other.positions[k]);
	}

	void clear() {
		size = 0;
	}

	int size() {
		return size;
	}

	int get(final int k) {
		return positions[k];
	}

	/** The array behind the list, for tight loops; only its first {@link #size()} elements count. */
	int[] array() {
		return positions;
	}
}
