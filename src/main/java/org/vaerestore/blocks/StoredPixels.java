package org.vaerestore.blocks;

import java.util.function.LongConsumer;

import org.vaerestore.job.Progress;
import org.vaerestore.job.SideBySide;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.ZarrArray;

import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.util.Cast;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Pixels of an image, or of a mask of it that may have fewer axes, as blocks of the image see them. */
final class StoredPixels {

	private final ZarrArray array;
	private final LazyCellImg<?, ?> pixels;
	private final HyperstackAxes axes;
	private final HyperstackAxes image;

	/**
	 * @param array that has them
	 * @param axes which of its axes are those of a hyperstack
	 * @param image the axes of the image
	 * @param cache that keeps chunks from block to block
	 */
	StoredPixels(final ZarrArray array, final HyperstackAxes axes, final HyperstackAxes image, final CellCache cache) {
		this.array = array;
		this.pixels = array.image(cache);
		this.axes = axes;
		this.image = image;
	}

	ZarrArray array() {
		return array;
	}

	/**
	 * Returns the pixels around a block: x, y, and plane if the block may have several, from 0 on.
	 *
	 * @param around see {@link Block#surroundings}
	 */
	<T> RandomAccessibleInterval<T> around(final Block block, final Interval around) {
		RandomAccessibleInterval<T> found = Cast.unchecked(pixels);
		final int depth = depth(block);
		for (int axis = found.numDimensions() - 1; axis > 1; axis--)
			if (axis != depth) found = Views.hyperSlice(found, axis, found.dimension(axis) == 1 ? 0 : block.core().min(axes.in(image, axis)));
		// Planes by themselves are copied faster than those of an axis that isn't there.
		if (block.depth() < 0) return Views.zeroMin(Views.interval(found, Intervals.hyperSlice(around, 2)));
		if (depth < 0) found = Views.addDimension(found, around.min(2), around.max(2));
		return Views.zeroMin(Views.interval(found, around));
	}

	/** Returns the axis along which there are the planes of a block, -1 if there is but one. */
	private int depth(final Block block) {
		final int depth = block.depth() < 0 ? -1 : image.in(axes, block.depth());
		return depth >= 0 && pixels.dimension(depth) > 1 ? depth : -1;
	}

	/** Reads what is around a block, many chunks at a time, unless there are more than are kept. */
	void readAhead(final Block block, final Interval around, final int threads, final Progress progress) {
		final int[] chunk = array.chunk();
		final int depth = depth(block);
		final long[] size = { chunk[0], chunk[1], depth < 0 ? around.max(2) + 1 : chunk[depth] }, first = new long[3], counts = new long[3];
		double bytes = array.type().bytes();
		for (int axis = 0; axis < chunk.length; axis++)
			bytes *= chunk[axis];
		for (int axis = 0; axis < 3; axis++) {
			first[axis] = around.min(axis) / size[axis];
			counts[axis] = around.max(axis) / size[axis] - first[axis] + 1;
			bytes *= counts[axis];
		}
		if (threads == 1 || bytes > BlockGrid.READ_BYTES) return;
		final RandomAccessibleInterval<?> read = around(block, around);
		final LongConsumer touch = index -> {
			final RandomAccess<?> pixel = read.randomAccess();
			long rest = index;
			for (int axis = 0; axis < 3; rest /= counts[axis], axis++)
				if (axis < read.numDimensions()) pixel.setPosition(Math.max(0, (first[axis] + rest % counts[axis]) * size[axis] - around.min(axis)), axis);
			pixel.get();
		};
		SideBySide.forEach(counts[0] * counts[1] * counts[2], threads, progress, "reading", touch);
	}
}
