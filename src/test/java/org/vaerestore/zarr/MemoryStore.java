package org.vaerestore.zarr;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.vaerestore.zarr.store.Store;

/** Keys in memory, as an object store has them: no folders. */
class MemoryStore implements Store {

	final Map<String, byte[]> contents = new ConcurrentHashMap<>();
	final AtomicInteger reads = new AtomicInteger();

	@Override
	public Optional<byte[]> read(final String key, final long most) throws IOException {
		reads.incrementAndGet();
		final byte[] content = contents.get(key);
		if (content != null && content.length > most) throw new IOException("it has " + content.length + " bytes");
		return Optional.ofNullable(content).map(byte[]::clone);
	}

	@Override
	public byte[] read(final String key, final long offset, final int length) throws IOException {
		reads.incrementAndGet();
		final byte[] content = contents.get(key);
		if (length > content.length - offset) throw new EOFException("it is truncated");
		return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
	}

	@Override
	public OptionalLong size(final String key) {
		return contents.containsKey(key) ? OptionalLong.of(contents.get(key).length) : OptionalLong.empty();
	}

	@Override
	public void write(final String key, final byte[] content) {
		contents.put(key, content.clone());
	}

	@Override
	public List<String> list(final String prefix) {
		final String start = prefix.isEmpty() ? "" : prefix + "/";
		return contents.keySet().stream().filter(key -> key.startsWith(start)).map(key -> key.substring(start.length()).split("/", 2)[0]).distinct()
			.toList();
	}

	@Override
	public String describe(final String key) {
		return "memory/" + key;
	}

	@Override
	public void close() {}
}
