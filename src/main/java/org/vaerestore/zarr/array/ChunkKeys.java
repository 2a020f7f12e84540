package org.vaerestore.zarr.array;

/**
 * How the keys of chunks are made of their positions in the grid.
 *
 * @param prefix that comes first, empty or {@code c} and the separator
 * @param separator between the numbers, a dot or a slash
 */
record ChunkKeys(String prefix, char separator) {

	static ChunkKeys ofV2(final char separator) {
		return new ChunkKeys("", separator);
	}

	static ChunkKeys ofV3(final char separator) {
		return new ChunkKeys("c" + separator, separator);
	}

	String key(final long[] position) {
		final StringBuilder key = new StringBuilder(prefix);
		for (int i = 0; i < position.length; i++) {
			if (i > 0) key.append(separator);
			key.append(position[i]);
		}
		return key.toString();
	}
}
