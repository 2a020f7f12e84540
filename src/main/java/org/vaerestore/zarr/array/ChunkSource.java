package org.vaerestore.zarr.array;

import java.io.IOException;
import java.util.Optional;

/** Where the packed chunks of an array are. */
sealed interface ChunkSource permits ShardedChunks, WholeChunks {

	/**
	 * Reads a chunk as it is stored.
	 *
	 * @param position in the grid of chunks, in Zarr's order
	 * @return empty if it is missing, so that all its values are the fill value
	 * @throws IOException if it can't be read; its message ends a sentence that begins with the chunk's key
	 */
	Optional<byte[]> read(long[] position) throws IOException;

	/** Returns the key that a chunk is stored under, alone or with others. */
	String key(long[] position);
}
