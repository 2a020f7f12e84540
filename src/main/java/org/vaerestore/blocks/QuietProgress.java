package org.vaerestore.blocks;

import org.vaerestore.job.Progress;

/**
 * The progress of a block, which asks whether to go on; what there is to say of a block alone, thousands of them would.
 *
 * @param job whose block it is
 */
record QuietProgress(Progress job) implements Progress {

	@Override
	public void update(final double fraction, final String message) {
		job.update(fraction, message);
	}

	@Override
	public void log(final String line) {}

	@Override
	public boolean isCancelled() {
		return job.isCancelled();
	}
}
