package org.vaerestore.zarr.store;

import java.io.IOException;
import java.io.Serializable;

/** Opens stores by where they are: by paths of folders and zips, or by whatever else an implementation knows. */
@FunctionalInterface
public interface Stores extends Serializable {

	/**
	 * Opens a store, which need not exist to be written to.
	 *
	 * @throws IOException if it can't be opened; its message is for people
	 */
	Store open(String location) throws IOException;

	/** Returns what opens folders and zips of this machine. */
	static Stores local() {
		return LocalStores::open;
	}
}
