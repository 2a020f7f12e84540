package org.vaerestore.zarr.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;

import org.vaerestore.zarr.codec.Crc32c;

/** Where the chunks of a shard are in it: first byte and number of bytes of each, all bits set if it is missing. */
final class ShardIndex implements CellCache.Weighed {

	private static final long MISSING = -1;
	private static final int OWN_BYTES = 100;

	/** Null if all chunks are missing. */
	private final LongBuffer entries;

	private ShardIndex(final LongBuffer entries) {
		this.entries = entries;
	}

	static ShardIndex missing() {
		return new ShardIndex(null);
	}

	static ShardIndex read(final byte[] bytes, final Sharding sharding) throws IOException {
		final byte[] plain = sharding.checksum() ? new Crc32c().decode(bytes, bytes.length) : bytes;
		return new ShardIndex(ByteBuffer.wrap(plain).order(sharding.order()).asLongBuffer());
	}

	boolean isMissing(final int chunk) {
		return entries == null || entries.get(2 * chunk) == MISSING && entries.get(2 * chunk + 1) == MISSING;
	}

	long offset(final int chunk) {
		return entries.get(2 * chunk);
	}

	long length(final int chunk) {
		return entries.get(2 * chunk + 1);
	}

	@Override
	public long bytes() {
		return OWN_BYTES + (entries == null ? 0 : 8L * entries.capacity());
	}
}
