package org.vaerestore.blocks;

import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.ZarrArray;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.util.Cast;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Pixels of an image, or of a mask of it that may have fewer axes, as blocks of the image see them.
 *
 * @param array that has them
 * @param axes which of its axes are those of a hyperstack
 * @param image the axes of the image
 * @param cache that keeps chunks
 */
record StoredPixels(ZarrArray array, HyperstackAxes axes, HyperstackAxes image, CellCache cache) {

	/**
	 * Returns the pixels around a block: x, y, and plane if the block may have several, from 0 on.
	 *
	 * @param around see {@link Block#surroundings}
	 */
	<T> RandomAccessibleInterval<T> around(final Block block, final Interval around) {
		RandomAccessibleInterval<T> pixels = Cast.unchecked(array.image(cache));
		final int depth = block.depth() < 0 ? -1 : image.in(axes, block.depth());
		final boolean deep = depth >= 0 && pixels.dimension(depth) > 1;
		for (int axis = pixels.numDimensions() - 1; axis > 1; axis--)
			if (axis != depth || !deep) pixels = Views.hyperSlice(pixels, axis, pixels.dimension(axis) == 1 ? 0 : block.core().min(axes.in(image, axis)));
		// Planes by themselves are copied faster than those of an axis that isn't there.
		if (block.depth() < 0) return Views.zeroMin(Views.interval(pixels, Intervals.hyperSlice(around, 2)));
		if (!deep) pixels = Views.addDimension(pixels, around.min(2), around.max(2));
		return Views.zeroMin(Views.interval(pixels, around));
	}
}
