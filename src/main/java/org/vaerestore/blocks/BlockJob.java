package org.vaerestore.blocks;

import java.io.IOException;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.zarr.UnfinishedImage;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * A job that was planned, for one who works on it.
 * <p>
 * Its blocks can be worked on in any order, again, and by any number of programs at a time: the bits are the same, and a block's
 * last chunk tells that it is done. Once all are, smaller levels are made of them in the same way, and the result becomes an image.
 * </p>
 *
 * <pre>
 * try (BlockJob job = BlockJob.open("enhanced.ome.zarr", Stores.local(), 4)) {
 * 	for (long block = 0; block &lt; job.blocks(); block++)
 * 		if (!job.isDone(block)) job.run(block, progress);
 * 	for (int level = 1; level &lt; job.levels(); level++)
 * 		job.makeLevel(level, 0, job.parts(level), progress);
 * 	job.finish();
 * }
 * </pre>
 *
 * One thread at a time may use it; {@link #isDone} is for any.
 */
public final class BlockJob implements AutoCloseable {

	private final JobPlan plan;
	private final int threads;
	private final Store own;
	private final Store beside;
	private final PlannedWork work;
	private final UnfinishedImage result;
	private final UnfinishedImage uncertainty;

	private BlockJob(final Store own, final Stores opener, final int threads) throws IOException {
		this.own = own;
		this.threads = threads;
		plan = PlanFile.read(own).orElseThrow(() -> new InputException("There is no job at " + own.describe("") +
			"; give the path of an output that was begun."));
		work = new PlannedWork(plan, PlanFile.model(plan, own), own, opener, threads);
		result = UnfinishedImage.open(Node.root(own), plan.result());
		beside = plan.uncertainty() == null ? null : opener.open(plan.uncertainty().location());
		uncertainty = beside == null ? null : UnfinishedImage.open(Node.root(beside), plan.uncertainty().image());
	}

	/**
	 * Opens a job.
	 *
	 * @param output where its result is written to
	 * @param stores opens that, and what else it needs
	 * @param threads that compute
	 * @throws InputException if there is none, or what it needs isn't there, or has changed
	 */
	public static BlockJob open(final String output, final Stores stores, final int threads) {
		try {
			return new BlockJob(stores.open(output), stores, threads);
		}
		catch (final IOException e) {
			throw new InputException("The job " + output + " can't be opened (" + FileFailure.reason(e) + "); check its paths.", e);
		}
	}

	/** Returns the number of blocks. */
	public long blocks() {
		return plan.grid().count();
	}

	/** Returns the number of pixels of a block. */
	public long pixels(final long block) {
		return Intervals.numElements(plan.grid().block(block).core());
	}

	/** Returns the memory that it takes at most; to restore, beside what holes take. */
	public MemoryNeed memory() {
		return work.memory();
	}

	/**
	 * Returns whether a block is done, which takes one look at a store.
	 *
	 * @throws InputException if that can't be found out
	 */
	public boolean isDone(final long block) {
		final Interval core = plan.grid().block(block).core();
		return result.pixels().isMarked(core) && (uncertainty == null || uncertainty.pixels().isMarked(core));
	}

	/**
	 * Works on a block, done or not.
	 *
	 * @throws InputException if something can't be read or written
	 * @throws org.vaerestore.job.CancelledException if the job is to end; the block isn't done then
	 */
	public void run(final long index, final Progress progress) {
		final Block block = plan.grid().block(index);
		final Cutout cutout = work.cutout(block);
		work.run(block, new ChunkedPlanes(result.pixels(), StoredValues.raised(work.input().type(), result.pixels().array().type()), block,
			cutout, threads), uncertainty == null ? null : new ChunkedPlanes(uncertainty.pixels(), 0, block, cutout, threads), progress);
	}

	/** Returns the number of levels, that of full resolution among them. */
	public int levels() {
		return result.levels();
	}

	/** Returns the number of parts of a smaller level. */
	public long parts(final int level) {
		return result.parts(level);
	}

	/**
	 * Makes parts of a smaller level, which need all of the one before; those that are made are left out.
	 *
	 * @param level from 1
	 * @param first part
	 * @param end after the last part
	 * @throws org.vaerestore.job.CancelledException if the job is to end
	 */
	public void makeLevel(final int level, final long first, final long end, final Progress progress) {
		result.make(level, first, end, threads, progress);
		if (uncertainty != null) uncertainty.make(level, first, end, threads, progress);
	}

	/** Returns whether it is an image already. */
	public boolean isFinished() {
		return result.isFinished() && (uncertainty == null || uncertainty.isFinished());
	}

	/** Makes images of what is written, once all is. */
	public void finish() {
		if (uncertainty != null) uncertainty.finish();
		result.finish();
	}

	@Override
	public void close() {
		work.close();
		close(own);
		if (beside != null) close(beside);
	}

	private static void close(final Store store) {
		try {
			store.close();
		}
		catch (final IOException e) {
			// All that was written is in it.
		}
	}
}
