package org.vaerestore.spark;

import java.util.Iterator;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.vaerestore.blocks.BlockJob;
import org.vaerestore.job.CancelledException;

/**
 * Works on blocks that follow each other, one after the other.
 * <p>
 * One that fails doesn't keep it from the others: the task fails when it has tried all, so that each block is tried once in each of
 * the attempts that Spark grants a task, whatever the others do.
 * </p>
 */
final class BlockTask implements VoidFunction<Iterator<Object>> {

	private static final long serialVersionUID = 1L;

	private final JobPlace place;
	private final Counts counts;

	BlockTask(final JobPlace place, final Counts counts) {
		this.place = place;
		this.counts = counts;
	}

	@Override
	public void call(final Iterator<Object> blocks) {
		final TaskProgress progress = new TaskProgress(TaskContext.get(), counts);
		RuntimeException failure = null;
		while (blocks.hasNext()) {
			final long block = (Long) blocks.next();
			progress.checkCancelled();
			progress.begin(1);
			try {
				OpenJobs.with(place, job -> work(job, block, progress));
				progress.end();
			}
			catch (final CancelledException e) {
				throw e;
			}
			catch (final RuntimeException e) {
				if (failure == null) failure = e;
				else if (failure != e) failure.addSuppressed(e);
			}
		}
		if (failure != null) throw failure;
	}

	private void work(final BlockJob job, final long block, final TaskProgress progress) {
		if (job.isDone(block)) return;
		job.run(block, progress);
		counts.computed(job.pixels(block));
	}
}
