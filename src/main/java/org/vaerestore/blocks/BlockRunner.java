package org.vaerestore.blocks;

import org.vaerestore.job.Progress;
import org.vaerestore.zarr.store.Stores;

/** How the blocks of a job that was planned are worked on. */
@FunctionalInterface
public interface BlockRunner {

	/**
	 * Works on all blocks of a share that aren't done, and makes an image of the result once no block is missing.
	 *
	 * @param output where the job's result is written to
	 * @param stores opens it
	 * @param share which blocks
	 * @param threads that compute
	 * @throws org.vaerestore.job.InputException if something can't be read or written, or another program works on the same blocks
	 * @throws org.vaerestore.job.CancelledException if the job is to end; the next run goes on with it
	 */
	void run(String output, Stores stores, BlockShare share, int threads, Progress progress);

	/** Returns one that works in this program, a block at a time. */
	static BlockRunner local() {
		return new LocalRunner();
	}
}
