package org.vaerestore.zarr.array;

import java.io.IOException;
import java.util.Optional;

import org.vaerestore.zarr.store.Keys;

/** Chunks with keys of their own. */
record WholeChunks(Node node, ArrayMetadata array) implements ChunkSource {

	@Override
	public Optional<byte[]> read(final long[] position) throws IOException {
		return node.store().read(key(position), array.codecs().mostPacked(array.chunkBytes()));
	}

	@Override
	public String key(final long[] position) {
		return Keys.below(node.path(), array.keys().key(position));
	}
}
