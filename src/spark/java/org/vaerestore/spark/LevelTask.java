package org.vaerestore.spark;

import java.util.Iterator;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;

/** Makes parts of a smaller level that follow each other. */
final class LevelTask implements VoidFunction<Iterator<Object>> {

	private static final long serialVersionUID = 1L;

	private final JobPlace place;
	private final int level;
	private final Counts counts;

	/**
	 * Takes what is done.
	 *
	 * @param level from 1
	 */
	LevelTask(final JobPlace place, final int level, final Counts counts) {
		this.place = place;
		this.level = level;
		this.counts = counts;
	}

	@Override
	public void call(final Iterator<Object> parts) {
		if (!parts.hasNext()) return;
		final long first = (Long) parts.next();
		long last = first;
		while (parts.hasNext())
			last = (Long) parts.next();
		final long end = last + 1;
		final TaskProgress progress = new TaskProgress(TaskContext.get(), counts);
		progress.begin(end - first);
		OpenJobs.with(place, job -> job.makeLevel(level, first, end, progress));
		progress.end();
	}
}
