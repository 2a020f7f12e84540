package org.vaerestore.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.vaerestore.blocks.BlockJob;
import org.vaerestore.job.InputException;

/**
 * The jobs that are open on this machine: one for each task that runs at a time, handed from task to task.
 * <p>
 * A job has a network of its own, which takes its memory and the time to load it.
 * </p>
 */
final class OpenJobs {

	/**
	 * What tasks share that follow each other. Spark ties them to nothing but the program that runs them, so there is no other
	 * place for it.
	 */
	private static final OpenJobs HERE = new OpenJobs();

	private final Deque<BlockJob> free = new ArrayDeque<>();
	private String run = "";

	private OpenJobs() {}

	/**
	 * Works with a job that is free, or opens one, for this thread alone; those of former runs are closed.
	 *
	 * @throws InputException if it can't be opened, or if memory ends
	 */
	static void with(final JobPlace place, final Consumer<BlockJob> work) {
		boolean good = false;
		BlockJob job = null;
		try {
			job = HERE.take(place.run());
			if (job == null) job = place.open();
			work.accept(job);
			good = true;
		}
		// Spark would end the whole program for it, with all other tasks in it, and tell but an exit code.
		catch (final OutOfMemoryError e) {
			throw new InputException("A machine has not enough memory for a block (" + e.getMessage() +
				"); give its executors more, with spark.executor.memory and spark.executor.memoryOverhead, or fewer tasks at a time, with " +
				"spark.task.cpus.", e);
		}
		finally {
			// Nobody knows in which state a failure leaves one.
			if (job != null && !(good && HERE.giveBack(place.run(), job))) job.close();
		}
	}

	/** Closes what is free of a run that has ended; what isn't yet is closed when it is. */
	static void close(final JobPlace place) {
		HERE.end(place.run());
	}

	/** Returns null if none is free. */
	private synchronized BlockJob take(final String wanted) {
		if (!run.equals(wanted)) begin(wanted);
		return free.poll();
	}

	private synchronized boolean giveBack(final String of, final BlockJob job) {
		return run.equals(of) && free.add(job);
	}

	private synchronized void end(final String ended) {
		if (run.equals(ended)) begin("");
	}

	private void begin(final String next) {
		run = next;
		while (!free.isEmpty())
			free.poll().close();
	}
}
