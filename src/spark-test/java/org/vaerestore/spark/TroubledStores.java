package org.vaerestore.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.spark.TaskContext;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

/**
 * Local folders that are slow, or fail as networks do.
 *
 * @param name of what has happened in this program
 * @param every which of all writes fails, 0 for none
 * @param times how often each key fails before it is written
 * @param millis that each question takes
 */
record TroubledStores(String name, int every, int times, int millis) implements Stores {

	/** What is sent to tasks, as if to other machines, can't have it. */
	private static final Map<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();

	static AtomicInteger count(final String of) {
		return COUNTS.computeIfAbsent(of, key -> new AtomicInteger());
	}

	@Override
	public Store open(final String location) throws IOException {
		return new Troubled(Stores.local().open(location));
	}

	private void trouble() throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new java.io.InterruptedIOException();
		}
	}

	/** A store that is. */
	private final class Troubled implements Store {

		private final Store store;

		Troubled(final Store store) {
			this.store = store;
		}

		@Override
		public Optional<byte[]> read(final String key, final long most) throws IOException {
			trouble();
			return store.read(key, most);
		}

		@Override
		public byte[] read(final String key, final long offset, final int length) throws IOException {
			trouble();
			return store.read(key, offset, length);
		}

		@Override
		public OptionalLong size(final String key) throws IOException {
			trouble();
			return store.size(key);
		}

		@Override
		public void write(final String key, final byte[] content) throws IOException {
			trouble();
			// What Spark repeats is what tasks do.
			if (TaskContext.get() == null) {
				store.write(key, content);
				return;
			}
			final int writes = count(name).incrementAndGet();
			if (every > 0 && writes % every == 0) throw new IOException("the network is gone");
			if (times > 0 && count(name + "/" + key).incrementAndGet() <= times) throw new IOException("the network is gone");
			store.write(key, content);
		}

		@Override
		public List<String> list(final String prefix) throws IOException {
			trouble();
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
}
