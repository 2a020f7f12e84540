package org.vaerestore.zarr.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keys of a store, put together from what metadata says. */
public final class Keys {

	/** What Zarr has its metadata in: every group and array has one of these at least. */
	public static final List<String> METADATA = List.of("zarr.json", ".zgroup", ".zattrs", ".zarray");

	private static final int LONGEST = 4096;

	private Keys() {}

	/**
	 * Returns the key that a relative path leads to.
	 *
	 * @param from key that the path begins at, or empty for the root of the store
	 * @param path names between slashes; {@code .} stays where it is, {@code ..} and names that no file can have lead nowhere
	 * @return empty if there is none
	 */
	public static Optional<String> resolve(final String from, final String path) {
		if (from.length() + path.length() > LONGEST || path.startsWith("/")) return Optional.empty();
		final Deque<String> names = new ArrayDeque<>();
		for (final String name : (from + "/" + path).split("/")) {
			if (name.isEmpty() || name.equals(".")) continue;
			if (name.equals("..") || name.chars().anyMatch(c -> c < ' ' || c == '\\')) return Optional.empty();
			names.add(name);
		}
		return Optional.of(String.join("/", names));
	}

	/** Returns a name below a key, which may be empty for the root of the store. */
	public static String below(final String key, final String name) {
		return key.isEmpty() ? name : key + "/" + name;
	}
}
