package org.vaerestore.spark;

import java.io.Serializable;

import org.vaerestore.blocks.BlockJob;
import org.vaerestore.zarr.store.Stores;

/**
 * Where a job is, for machines that are to work on it.
 *
 * @param run tells runs apart, also of one job
 * @param output where plan, model and result are
 * @param stores opens it
 * @param threads of a task
 */
record JobPlace(String run, String output, Stores stores, int threads) implements Serializable {

	/** Opens the job; whoever does closes it. */
	BlockJob open() {
		return BlockJob.open(output, stores, threads);
	}
}
