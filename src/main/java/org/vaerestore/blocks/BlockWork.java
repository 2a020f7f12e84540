package org.vaerestore.blocks;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.RowWriter;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** What is done with a block: a function of what is around it alone. */
interface BlockWork {

	/** Pixels around a block that its result depends on, and planes before and behind it. */
	record Reach(int pixels, int planes) {}

	/**
	 * Works on a block.
	 *
	 * @param block which one
	 * @param around where in the image its surroundings are: x, y and plane
	 * @param pixels of these
	 * @param cutout which of them are the block's
	 * @param result takes the rows of the block's planes, in order; those around the block are of no meaning
	 * @param uncertainty takes the same of the standard deviations, or is null
	 */
	void run(Block block, Interval around, RandomAccessibleInterval<? extends RealType<?>> pixels, Cutout cutout, RowWriter result, RowWriter uncertainty,
		Progress progress);
}
