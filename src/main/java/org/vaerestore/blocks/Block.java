package org.vaerestore.blocks;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * A part of an image that is worked on at a time, and written by whole chunks.
 *
 * @param index in its grid
 * @param core its pixels, along all axes of the image
 * @param depth the axis along which the block has more planes than one; -1 if it has but one
 */
record Block(long index, FinalInterval core, int depth) {

	private static final int ALIGNED = 64;

	/** Returns its first plane along the axis that has more than one. */
	long first() {
		return depth < 0 ? 0 : core.min(depth);
	}

	/** Returns how many planes it has. */
	long planes() {
		return depth < 0 ? 1 : core.dimension(depth);
	}

	/**
	 * Returns what is read to work on it: x, y and plane; begins at multiples of {@value #ALIGNED} pixels, as networks do.
	 *
	 * @param image all of it
	 * @param margin pixels around, as far as there are any
	 * @param reach planes before and behind, as far as there are any
	 */
	FinalInterval surroundings(final Interval image, final int margin, final int reach) {
		final long[] min = { begin(core.min(0) - margin), begin(core.min(1) - margin), Math.max(0, first() - reach) };
		final long[] max = { Math.min(image.max(0), core.max(0) + margin), Math.min(image.max(1), core.max(1) + margin), depth < 0 ? 0 : Math
			.min(image.max(depth), core.max(depth) + reach) };
		return new FinalInterval(min, max);
	}

	private static long begin(final long least) {
		return Math.max(0, least) / ALIGNED * ALIGNED;
	}
}
