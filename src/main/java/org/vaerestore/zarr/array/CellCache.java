package org.vaerestore.zarr.array;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.vaerestore.job.CancelledException;

/**
 * Keeps the chunks that were read last, of any number of images, within a number of bytes.
 * <p>
 * What one thread loads, others that want it wait for. One chunk is kept even if it is larger than the cache, as are those that
 * are in use elsewhere. Any number of threads may use a cache at a time.
 * </p>
 */
public final class CellCache {

	private final long most;
	/** The one that was asked for longest ago first. */
	private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
	private final Object large = new Object();
	private long bytes;

	/**
	 * Makes an empty one.
	 *
	 * @param bytes to keep at most, at least 0
	 */
	public CellCache(final long bytes) {
		if (bytes < 0) throw new IllegalArgumentException("A cache can't have " + bytes + " bytes.");
		most = bytes;
	}

	/** Something that takes memory. */
	interface Weighed {

		long bytes();
	}

	<V extends Weighed> V get(final Object owner, final Object name, final Supplier<V> loader) {
		final Key key = new Key(owner, name);
		while (true) {
			final Slot mine = new Slot();
			final Slot slot = slotOf(key, mine);
			if (slot == mine) return load(key, mine, loader);
			try {
				@SuppressWarnings("unchecked")
				final V value = (V) slot.value.join();
				return value;
			}
			catch (final CompletionException e) {
				// That the other thread was cancelled doesn't cancel this one.
				if (e.getCause() instanceof CancelledException) continue;
				if (e.getCause() instanceof RuntimeException exception) throw exception;
				if (e.getCause() instanceof Error error) throw error;
				throw e;
			}
		}
	}

	/** Loads something large while nothing else that is large is loaded. */
	<V> V alone(final Supplier<V> loader) {
		synchronized (large) {
			return loader.get();
		}
	}

	private <V extends Weighed> V load(final Key key, final Slot slot, final Supplier<V> loader) {
		try {
			final V value = loader.get();
			keep(key, slot, value.bytes());
			slot.value.complete(value);
			return value;
		}
		catch (final RuntimeException | Error e) {
			forget(key);
			slot.value.completeExceptionally(e);
			throw e;
		}
	}

	private synchronized Slot slotOf(final Key key, final Slot mine) {
		final Slot slot = slots.putIfAbsent(key, mine);
		return slot == null ? mine : slot;
	}

	private synchronized void forget(final Key key) {
		slots.remove(key);
	}

	private synchronized void keep(final Key key, final Slot kept, final long weight) {
		kept.bytes = weight;
		bytes += weight;
		final Iterator<Slot> oldest = slots.values().iterator();
		while (bytes > most && oldest.hasNext()) {
			final Slot slot = oldest.next();
			// Those that are being loaded have no weight yet.
			if (slot == kept || slot.bytes == 0) continue;
			bytes -= slot.bytes;
			oldest.remove();
		}
	}

	private record Key(Object owner, Object name) {}

	private static final class Slot {

		private final CompletableFuture<Weighed> value = new CompletableFuture<>();
		private long bytes;
	}
}
