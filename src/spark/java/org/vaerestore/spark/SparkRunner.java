package org.vaerestore.spark;

import java.util.UUID;

import org.apache.spark.api.java.JavaSparkContext;
import org.vaerestore.blocks.BlockJob;
import org.vaerestore.blocks.BlockRunner;
import org.vaerestore.blocks.BlockShare;
import org.vaerestore.blocks.Lease;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.zarr.store.Stores;

/**
 * Runs the blocks of a job as tasks of Spark, on as many machines as it has.
 * <p>
 * Machines are sent where the job is, and read its plan and model there themselves, once for each task that they run at a time.
 * A task works on some blocks that follow each other, as these share chunks of the image, and passes over those that are done: so a
 * task that is repeated, as its machine was lost, does what is left of it, and so does a job. The same bits come out wherever and
 * however often a block is worked on, so speculation does no harm.
 * </p>
 */
public final class SparkRunner implements BlockRunner {

	/** Share of the work that are blocks, the rest being smaller levels. */
	private static final double BLOCKS = 0.98;

	private final JavaSparkContext spark;
	private final TaskWatch watch = new TaskWatch();

	/**
	 * Takes a connection to Spark.
	 *
	 * @param spark is not closed
	 */
	public SparkRunner(final JavaSparkContext spark) {
		this.spark = spark;
		spark.sc().addSparkListener(watch);
	}

	/**
	 * Works on all blocks.
	 *
	 * @param share is to be all, as Spark divides the blocks among its machines
	 * @param threads doesn't count: a task has as many as Spark counts on, spark.task.cpus
	 */
	@Override
	public void run(final String output, final Stores stores, final BlockShare share, final int threads, final Progress progress) {
		if (!share.isAll()) throw new InputException("The share of blocks is " + share +
			", and Spark divides the blocks among its machines itself; leave the share out.");
		final JobPlace place = new JobPlace(UUID.randomUUID().toString(), output, stores, spark.getConf().getInt("spark.task.cpus", 1));
		try (BlockJob job = place.open(); Lease lease = Lease.take(output, stores, share); SparkJobs jobs = new SparkJobs(spark, watch, place)) {
			final long before = job.blocks() - jobs.work(job.blocks(), progress.part(0, BLOCKS));
			if (before > 0) progress.log(before + " of " + job.blocks() + " blocks were done already.");
			final int smaller = job.levels() - 1;
			for (int level = 1; level <= smaller; level++)
				jobs.makeLevel(level, job.parts(level), progress.part(at(level - 1, smaller), at(level, smaller)));
			job.finish();
		}
		progress.update(1, "written");
	}

	/** Returns how far a run is when some of the smaller levels are made. */
	private static double at(final int made, final int smaller) {
		return BLOCKS + (1 - BLOCKS) * made / smaller;
	}
}
