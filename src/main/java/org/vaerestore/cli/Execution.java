package org.vaerestore.cli;

import org.vaerestore.blocks.BlockRunner;
import org.vaerestore.zarr.store.Stores;

/**
 * Where jobs of blocks run, and where their images can be.
 *
 * @param runner works on blocks
 * @param stores opens images
 */
public record Execution(BlockRunner runner, Stores stores) {

	/** Returns what runs in this program, on files of this machine. */
	static Execution local() {
		return new Execution(BlockRunner.local(), Stores.local());
	}
}
