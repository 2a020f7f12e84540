package org.vaerestore.blocks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrArray;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** What a plan says is to be done of each block, whatever becomes of the result. */
final class PlannedWork implements AutoCloseable {

	private final JobPlan plan;
	private final VaeModel model;
	private final int threads;
	private final List<Store> stores = new ArrayList<>();
	private final CellCache cache = new CellCache(BlockGrid.READ_BYTES);
	private final StoredPixels input;
	private final BlockWork work;
	private final BlockWork.Reach reach;

	/**
	 * @param own store of the result
	 * @param opener of other stores
	 * @throws InputException if the input is missing, or another one
	 */
	PlannedWork(final JobPlan plan, final VaeModel model, final Store own, final Stores opener, final int threads) throws IOException {
		this.plan = plan;
		this.model = model;
		this.threads = threads;
		input = pixels(plan.input(), own, opener);
		if (!PlanFile.hash(input.array()).equals(plan.inputHash())) throw new InputException("The image " + input.array().describe() +
			" is another one than the job was planned for; give the same, or delete the output and begin again.");
		reach = plan.work().reach();
		work = plan.work().enhance() != null ? new EnhanceWork(model, plan.work().enhance().withThreads(threads)) : new RestoreWork(model, plan
			.work().restore().settings().withThreads(threads), pixels(plan.work().restore().mask(), own, opener), plan.work().restore().inverted());
	}

	private StoredPixels pixels(final StoredArray array, final Store own, final Stores opener) throws IOException {
		Store store = own;
		if (!array.location().isEmpty()) {
			store = opener.open(array.location());
			stores.add(store);
		}
		return new StoredPixels(ZarrArray.open(Node.root(store).child(array.path())), array.axes(), plan.input().axes(), cache);
	}

	ZarrArray input() {
		return input.array();
	}

	/** Returns what of the planes around a block is its own. */
	Cutout cutout(final Block block) {
		return cutout(block, around(block));
	}

	/** Works on a block; see {@link BlockWork#run}. */
	void run(final Block block, final RowWriter result, final RowWriter uncertainty, final Progress progress) {
		final FinalInterval around = around(block);
		input.readAhead(block, around, threads, progress.part(0, 0));
		final RandomAccessibleInterval<? extends RealType<?>> stored = input.around(block, around);
		work.run(block, around, StoredValues.of(input.array().type(), stored), cutout(block, around), result, uncertainty, new QuietProgress(
			progress));
	}

	/** Returns the memory that blocks take at most; to restore, what is kept of the image alone, as the rest depends on the holes. */
	MemoryNeed memory() {
		final Block block = plan.grid().block(0);
		final FinalInterval around = around(block);
		final MemoryNeed kept = MemoryNeed.onHeap(BlockGrid.READ_BYTES + BlockGrid.WRITTEN_BYTES);
		return plan.work().enhance() == null ? kept : kept.and(Enhancement.memory(around, model.architecture(), Enhancement.isBlind(model), plan
			.work().enhance().withThreads(threads)));
	}

	private FinalInterval around(final Block block) {
		return block.surroundings(new FinalInterval(input.array().dimensions()), reach.pixels(), reach.planes());
	}

	/** Planes are counted as ImageJ does: channels first, then slices, then frames. */
	private Cutout cutout(final Block block, final Interval around) {
		final HyperstackAxes axes = plan.input().axes();
		final long channels = length(axes.channel()), slices = length(axes.slice());
		final long[] first = block.core().minAsLongArray();
		if (block.depth() >= 0) first[block.depth()] = around.min(2);
		final long plane = at(first, axes.channel()) + channels * (at(first, axes.slice()) + slices * at(first, axes.frame()));
		final long stride = block.depth() < 0 ? 1 : block.depth() == axes.slice() ? channels : channels * slices;
		return new Cutout(new Region((int) (block.core().min(0) - around.min(0)), (int) (block.core().min(1) - around.min(1)), (int) block.core()
			.dimension(0), (int) block.core().dimension(1)), block.first() - around.min(2), block.planes(), (int) around.min(0), (int) around
				.min(1), plane, stride, true);
	}

	private long length(final int axis) {
		return axis < 0 ? 1 : input.array().dimensions()[axis];
	}

	private static long at(final long[] place, final int axis) {
		return axis < 0 ? 0 : place[axis];
	}

	@Override
	public void close() {
		for (final Store store : stores)
			try {
				store.close();
			}
			catch (final IOException e) {
				// It was only read.
			}
	}
}
