package org.vaerestore.zarr.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;

import org.vaerestore.zarr.store.Keys;

/** Chunks in shards, whose indexes are read once and kept as chunks are. */
record ShardedChunks(Node node, ArrayMetadata array, CellCache cache) implements ChunkSource {

	@Override
	public Optional<byte[]> read(final long[] position) throws IOException {
		final Sharding sharding = array.sharding().orElseThrow();
		final String key = key(position);
		final ShardIndex index = index(key, sharding);
		int chunk = 0;
		for (int i = 0; i < position.length; i++)
			chunk = chunk * sharding.chunks()[i] + (int) (position[i] % sharding.chunks()[i]);
		if (index.isMissing(chunk)) return Optional.empty();
		final long most = array.codecs().mostPacked(array.chunkBytes());
		if (index.length(chunk) < 0 || index.length(chunk) > Math.min(most, Integer.MAX_VALUE - 8)) throw new IOException(
			"its index says of a chunk that it has " + Long.toUnsignedString(index.length(chunk)) + " bytes, and none can have more than " + most);
		if (index.offset(chunk) < 0) throw new IOException("its index says of a chunk that it begins at byte " + Long.toUnsignedString(index
			.offset(chunk)));
		return Optional.of(node.store().read(key, index.offset(chunk), (int) index.length(chunk)));
	}

	private ShardIndex index(final String key, final Sharding sharding) throws IOException {
		try {
			return cache.get(this, key, () -> {
				try {
					return load(key, sharding);
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private ShardIndex load(final String key, final Sharding sharding) throws IOException {
		final OptionalLong size = node.store().size(key);
		if (size.isEmpty()) return ShardIndex.missing();
		final long bytes = sharding.indexBytes();
		if (size.getAsLong() < bytes) throw new EOFException("it is truncated: it has " + size.getAsLong() + " bytes, and its index alone has " +
			bytes);
		if (bytes > Integer.MAX_VALUE - 8) throw new IOException("its index has " + bytes + " bytes, too many to be read");
		return ShardIndex.read(node.store().read(key, sharding.indexAtEnd() ? size.getAsLong() - bytes : 0, (int) bytes), sharding);
	}

	@Override
	public String key(final long[] position) {
		final int[] chunks = array.sharding().orElseThrow().chunks();
		final long[] shard = new long[position.length];
		for (int i = 0; i < shard.length; i++)
			shard[i] = position[i] / chunks[i];
		return Keys.below(node.path(), array.keys().key(shard));
	}

	/** By identity: no two arrays share what they have read. */
	@Override
	public boolean equals(final Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}
}
