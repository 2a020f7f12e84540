package org.vaerestore.spark;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;

/** The jobs of Spark that a run consists of: it waits for each, tells how far it is, and ends it when it is to end. */
final class SparkJobs implements AutoCloseable {

	/** Setting of Spark for how many blocks a task has at most. */
	static final String BLOCKS_PER_TASK = "spark.vaerestore.blocksPerTask";
	/** A block takes some minutes, or a part of one. */
	private static final int MOST_BLOCKS = 8;
	/** The last tasks of a job keep but some machines busy, so there are many more tasks than run at a time. */
	private static final int TASKS_PER_SLOT = 8;
	/** Spark remembers each task of a job, so those of a large one are given to it in portions. */
	private static final int MOST_TASKS = 20_000;
	private static final long POLL_MILLIS = 200;
	private static final long PATIENCE_MILLIS = 20_000;

	private final JavaSparkContext spark;
	private final TaskWatch watch;
	private final JobPlace place;

	/**
	 * Takes where to run and what.
	 *
	 * @param watch is told by Spark of its tasks
	 */
	SparkJobs(final JavaSparkContext spark, final TaskWatch watch, final JobPlace place) {
		this.spark = spark;
		this.watch = watch;
		this.place = place;
	}

	/**
	 * Works on the blocks of the image.
	 *
	 * @return how many weren't done before
	 * @throws CancelledException if the run is to end; its tasks have ended then, but for those of machines that don't answer
	 */
	long work(final long blocks, final Progress progress) {
		final Counts counts = new Counts(spark.sc());
		run(new Units("block", blocks), counts, new BlockTask(place, counts), progress);
		return counts.allComputed();
	}

	/**
	 * Makes a smaller level.
	 *
	 * @throws CancelledException if the run is to end, likewise
	 */
	void makeLevel(final int level, final long parts, final Progress progress) {
		final Counts counts = new Counts(spark.sc());
		run(new Units("smaller level " + level + ", part", parts), counts, new LevelTask(place, level, counts), progress);
	}

	/** What a job consists of. */
	private record Units(String name, long count) {}

	private void run(final Units units, final Counts counts, final VoidFunction<Iterator<Object>> task, final Progress progress) {
		final SparkContext context = spark.sc();
		final long perTask = perTask(units.count());
		watch.begin(place.run(), counts.doneId());
		spark.setJobGroup(place.run(), "VAE Restore: " + units.name() + "s of " + place.output(), true);
		try {
			for (long from = 0; from < units.count(); from += perTask * MOST_TASKS) {
				final long to = Math.min(units.count(), from + perTask * MOST_TASKS);
				final int tasks = (int) ((to - from + perTask - 1) / perTask);
				await(context.range(from, to, 1, tasks).toJavaRDD().foreachPartitionAsync(task), () -> tell(units, counts.allDone() + watch
					.countedByRunning(), progress));
			}
		}
		catch (final RuntimeException e) {
			end(context);
			throw e;
		}
		finally {
			spark.clearJobGroup();
		}
	}

	private long perTask(final long units) {
		final long most = Math.max(1, spark.getConf().getLong(BLOCKS_PER_TASK, MOST_BLOCKS));
		final long slots = Math.max(1, spark.defaultParallelism() / spark.getConf().getInt("spark.task.cpus", 1));
		return Math.max(1, Math.min(most, units / (slots * TASKS_PER_SLOT)));
	}

	private static void await(final JavaFutureAction<Void> job, final Runnable tell) {
		while (true) {
			tell.run();
			try {
				job.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				tell.run();
				return;
			}
			catch (final TimeoutException e) {
				// Told, and waited for again.
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancelledException();
			}
			catch (final ExecutionException e) {
				throw SparkFailures.unwrapped(e);
			}
		}
	}

	private static void tell(final Units units, final double counted, final Progress progress) {
		progress.checkCancelled();
		// What counts add up to may lack a trifle, and count a task twice for a moment in which it ends.
		final double done = Math.min(units.count(), counted + 1e-6);
		progress.update(done / units.count(), units.name() + " " + (long) done + " of " + units.count());
	}

	/** Waits for the tasks, too, so that none writes any more when the user is told that the job has ended. */
	private void end(final SparkContext context) {
		context.cancelJobGroup(place.run());
		// An interrupt is what ends the job, and is not to end the waiting for it.
		final boolean interrupted = Thread.interrupted();
		try {
			final long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
			while (watch.isAnyRunning() && System.nanoTime() < patience)
				Thread.sleep(POLL_MILLIS / 4);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	/** Closes what a run on this machine has opened; other machines close it with the next run, or end. */
	@Override
	public void close() {
		OpenJobs.close(place);
	}
}
