package org.vaerestore.blocks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

import org.vaerestore.zarr.store.Store;

/**
 * A store that writes so many chunks, and then nothing more.
 *
 * @param left how many
 */
record FailingStore(Store store, AtomicInteger left) implements Store {

	@Override
	public Optional<byte[]> read(final String key, final long most) throws IOException {
		return store.read(key, most);
	}

	@Override
	public byte[] read(final String key, final long offset, final int length) throws IOException {
		return store.read(key, offset, length);
	}

	@Override
	public OptionalLong size(final String key) throws IOException {
		return store.size(key);
	}

	@Override
	public void write(final String key, final byte[] content) throws IOException {
		if (!key.startsWith(PlanFile.FOLDER) && left.getAndDecrement() <= 0) throw new IOException("no space left");
		store.write(key, content);
	}

	@Override
	public List<String> list(final String prefix) throws IOException {
		return store.list(prefix);
	}

	@Override
	public String describe(final String key) {
		return store.describe(key);
	}

	@Override
	public void close() throws IOException {
		store.close();
	}
}
