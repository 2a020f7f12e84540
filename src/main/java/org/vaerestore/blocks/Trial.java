package org.vaerestore.blocks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

import net.imglib2.FinalInterval;
import net.imglib2.util.Intervals;

/**
 * What a job would take: found from one plane of three of its blocks, of which nothing is written.
 *
 * @param blocks of the job
 * @param block pixels of a block along each axis, x first
 * @param memory that one program takes
 * @param seconds that all blocks would take one after the other in this program, about
 */
public record Trial(long blocks, List<Integer> block, MemoryNeed memory, double seconds) {

	private static final int TRIED = 3;

	/**
	 * Tries a job that isn't begun.
	 *
	 * @param threads that compute
	 */
	public static Trial of(final JobRequest request, final VaeModel model, final Stores stores, final int threads, final Progress progress) {
		if (request.work() instanceof JobRequest.Restore restore && restore.mask() instanceof JobRequest.DrawnMask) throw new InputException(
			"A dry run reads the mask as blocks do; give the mask as an OME-Zarr, such as a label image of the input.");
		final JobPlan plan = Planning.plan(request, ModelFile.bytes(model), BlockGrid.LARGEST);
		final BlockGrid grid = plan.grid();
		try (Store output = stores.open(request.output()); PlannedWork work = new PlannedWork(plan, model, output, stores, threads)) {
			// What is done at the first use alone isn't a block's.
			work.run(plane(grid.block(0)), (plane, rows, values) -> {}, null, progress.part(0, 0));
			final List<Double> perPixel = new ArrayList<>();
			final long[] tried = LongStream.range(0, TRIED).map(k -> k * (grid.count() - 1) / (TRIED - 1)).distinct().toArray();
			for (int k = 0; k < tried.length; k++) {
				progress.checkCancelled();
				final Block plane = plane(grid.block(tried[k]));
				final long start = System.nanoTime();
				work.run(plane, (at, rows, values) -> {}, request.uncertainty() == null ? null : (at, rows, values) -> {}, progress.part((double) k /
					tried.length, (k + 1.0) / tried.length));
				perPixel.add((System.nanoTime() - start) / 1e9 / Intervals.numElements(plane.core()));
			}
			Collections.sort(perPixel);
			final double pixels = grid.dimensions().stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
			return new Trial(grid.count(), grid.core(), work.memory(), pixels * perPixel.get(perPixel.size() / 2));
		}
		catch (final IOException e) {
			throw new InputException("The job can't be tried (" + FileFailure.reason(e) + "); check its paths.", e);
		}
	}

	/** Returns the middle plane of a block. */
	private static Block plane(final Block block) {
		if (block.depth() < 0) return block;
		final long[] min = block.core().minAsLongArray(), max = block.core().maxAsLongArray();
		min[block.depth()] = max[block.depth()] = (min[block.depth()] + max[block.depth()]) / 2;
		return new Block(block.index(), new FinalInterval(min, max), block.depth());
	}
}
