package org.vaerestore.zarr.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keys and the bytes that they hold, as folders, zips and object stores have them.
 * <p>
 * A key is a relative path of names between slashes, such as {@code 0/c/0/1}; none is empty, {@code .} or {@code ..}
 * (see {@link Keys}). Any number of threads may use a store at a time.
 * </p>
 */
public interface Store extends Closeable {

	/**
	 * Reads all that a key holds.
	 *
	 * @param most bytes that it may hold
	 * @return empty if there is no such key
	 * @throws IOException if it can't be read, or holds more; its message is for people
	 */
	Optional<byte[]> read(String key, long most) throws IOException;

	/**
	 * Reads some bytes of what a key holds.
	 *
	 * @throws IOException if there is no such key, or it holds less; its message is for people
	 */
	byte[] read(String key, long offset, int length) throws IOException;

	/** Returns how many bytes a key holds, empty if there is no such key. */
	OptionalLong size(String key) throws IOException;

	/**
	 * Writes what a key is to hold, whole or not at all.
	 *
	 * @throws IOException if it can't be written
	 */
	void write(String key, byte[] content) throws IOException;

	/**
	 * Writes a key that tells that others are there: also a machine that has lost its power since has these if it has the key.
	 * <p>
	 * That is so by itself where all that was written is on disks by then.
	 * </p>
	 *
	 * @param others keys that were written before, or are missing
	 * @throws IOException if it can't be written
	 */
	default void writeAfter(final String key, final byte[] content, final Collection<String> others) throws IOException {
		write(key, content);
	}

	/**
	 * Lists what is directly below a prefix, in any order.
	 *
	 * @param prefix a key without slash at its end, or empty for all
	 * @return names without slashes, empty if there is nothing
	 */
	List<String> list(String prefix) throws IOException;

	/** Returns where a key is, for people. */
	String describe(String key);
}
