package org.vaerestore.imagej;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps what was asked for last, so much of it as fits into a share of the heap. */
final class Recent<K, V> {

	private static final int LEAST = 2, HEAP_SHARE = 8;

	private final int capacity;
	private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param most bytes to keep, see {@link #bytes}
	 * @param each bytes of one thing; two are kept in any case
	 */
	Recent(final long most, final long each) {
		capacity = (int) Math.max(LEAST, Math.min(Integer.MAX_VALUE, bytes(most) / each));
	}

	/** Returns how many bytes are kept if it should be so many: no more than an eighth of the heap. */
	static long bytes(final long most) {
		return Math.min(most, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
	}

	/** Returns a thing, which is made if it is not there any more; one thread at a time. */
	synchronized V get(final K key, final Function<K, V> make) {
		V value = kept.get(key);
		if (value == null) {
			if (kept.size() >= capacity) kept.remove(kept.keySet().iterator().next());
			value = make.apply(key);
			kept.put(key, value);
		}
		return value;
	}
}
