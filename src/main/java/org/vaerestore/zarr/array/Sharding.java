package org.vaerestore.zarr.array;

import java.nio.ByteOrder;

import org.vaerestore.zarr.codec.Crc32c;

/**
 * How chunks are put together in shards, and where their index is.
 *
 * @param chunks along each axis of a shard
 * @param indexAtEnd whether the index is behind the chunks, or before them
 * @param order of bytes in the index
 * @param checksum whether a CRC32C is behind the index
 */
record Sharding(int[] chunks, boolean indexAtEnd, ByteOrder order, boolean checksum) {

	static final int ENTRY = 16;

	/** Returns how many chunks a shard has. */
	long count() {
		long count = 1;
		for (final int size : chunks)
			count = Math.multiplyExact(count, size);
		return count;
	}

	/** Returns the bytes of the index, with its checksum. */
	long indexBytes() {
		return Math.addExact(Math.multiplyExact(count(), ENTRY), checksum ? Crc32c.BYTES : 0);
	}
}
