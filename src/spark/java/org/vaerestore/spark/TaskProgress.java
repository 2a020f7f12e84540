package org.vaerestore.spark;

import org.apache.spark.TaskContext;
import org.vaerestore.job.Progress;

/** Counts what a task does, and tells it whether Spark wants it to end. */
final class TaskProgress implements Progress {

	private final TaskContext task;
	private final Counts counts;
	/** Of what is worked on, in blocks. */
	private double counted, size = 1;

	TaskProgress(final TaskContext task, final Counts counts) {
		this.task = task;
		this.counts = counts;
	}

	/** Begins with something of the size of some blocks. */
	void begin(final long blocks) {
		size = blocks;
		counted = 0;
	}

	/** Counts all of what was begun. */
	void end() {
		count(size);
	}

	@Override
	public void update(final double fraction, final String message) {
		count(fraction * size);
	}

	private void count(final double done) {
		if (done <= counted) return;
		counts.done(done - counted);
		counted = done;
	}

	/** Thousands of blocks would say the same. */
	@Override
	public void log(final String line) {}

	@Override
	public boolean isCancelled() {
		return task.isInterrupted();
	}
}
