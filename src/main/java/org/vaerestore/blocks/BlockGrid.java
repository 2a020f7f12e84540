package org.vaerestore.blocks;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.predict.TilePlan;
import org.vaerestore.zarr.HyperstackAxes;

import net.imglib2.FinalInterval;

/**
 * The blocks of an image: they belong to it, not to the machine that works on them.
 * <p>
 * A block has some planes of one channel, in one frame unless planes lie along time. Blocks are so large that what is read of the
 * image for one, in whole chunks, takes 256 MB, and what of its result waits to be written 192, where chunks allow it, and such
 * that networks see no more of what is around than in a large plane that is worked on in one piece.
 * </p>
 *
 * @param dimensions of the image, x first
 * @param core pixels of a block along each axis; those at the end of the image are smaller
 * @param depth axis along which blocks have planes, -1 for none
 * @param depthFirst whether blocks follow each other along that axis first, and then along x and y
 */
record BlockGrid(List<Long> dimensions, List<Integer> core, int depth, boolean depthFirst) {

	/** Largest side of a block, unless another one is asked for. */
	static final int LARGEST = 2048;
	private static final int STEP = 64;
	/** Pixels that networks see for each pixel of a large plane. */
	private static final double LARGE_PLANE = Math.pow((double) TilePlan.seen(1 << 20) / (1 << 20), 2);
	/** Planes that tell what is dead in all of them. */
	private static final int PLANES = 8;
	static final long READ_BYTES = 256L << 20;
	static final long WRITTEN_BYTES = 192L << 20;

	/** Copies the lists. */
	BlockGrid {
		dimensions = List.copyOf(dimensions);
		core = List.copyOf(core);
	}

	/**
	 * What a grid is made for.
	 *
	 * @param dimensions of the image, x first
	 * @param read pixels of a chunk of the image along each axis
	 * @param readBytes of a value of it
	 * @param written pixels of a chunk of the result along each axis
	 * @param writtenBytes of a value of it, and of what else is written of a pixel
	 * @param margin pixels around a block that are read, too
	 * @param reach planes before and behind that are read, too
	 * @param largest side of a block in pixels
	 */
	record Demand(List<Long> dimensions, List<Integer> read, int readBytes, List<Integer> written, int writtenBytes, int margin, int reach,
		int largest) {}

	static BlockGrid of(final Demand demand, final HyperstackAxes axes) {
		final List<Long> dimensions = demand.dimensions();
		final int depth = depth(dimensions, axes);
		final Integer[] core = new Integer[dimensions.size()];
		Arrays.fill(core, 1);
		if (depth >= 0) core[depth] = (int) Math.min(dimensions.get(depth), roundUp(PLANES, demand.written().get(depth)));
		int side = demand.largest();
		for (; side > 0; side -= STEP) {
			for (int axis = 0; axis < 2; axis++)
				core[axis] = side(dimensions.get(axis), side, demand.written().get(axis));
			if (bytes(demand, core, depth) <= READ_BYTES && cost(demand, core) <= LARGE_PLANE) break;
		}
		return new BlockGrid(dimensions, List.of(core), depth, demand.reach() > 0);
	}

	/** Returns the axis along which an image has planes beside each other, -1 if there is none. */
	static int depth(final List<Long> dimensions, final HyperstackAxes axes) {
		return axes.slice() >= 0 && dimensions.get(axes.slice()) > 1 ? axes.slice() : axes.frame() >= 0 && dimensions.get(axes
			.frame()) > 1 ? axes.frame() : -1;
	}

	/** Returns how many pixels networks see for each pixel of a block in the middle of an image. */
	private static double cost(final Demand demand, final Integer[] core) {
		double cost = 1;
		for (int axis = 0; axis < 2; axis++)
			cost *= (double) TilePlan.seen((int) Math.min(demand.dimensions().get(axis), core[axis] + 2L * demand.margin())) / core[axis];
		return cost;
	}

	/** Returns a side of about one length for all blocks: less is computed twice than with narrow last ones. */
	private static int side(final long length, final int most, final int chunk) {
		final long count = (length + most - 1) / most;
		return (int) Math.min(length, roundUp((length + count - 1) / count, chunk));
	}

	/** Returns what is held of a block's surroundings; more if its result takes more than its own share. */
	private static long bytes(final Demand demand, final Integer[] core, final int depth) {
		double read = demand.readBytes(), written = demand.writtenBytes();
		for (int axis = 0; axis < core.length; axis++) {
			final int beside = axis < 2 ? demand.margin() : axis == depth ? demand.reach() : 0;
			read *= Math.min(roundUp(core[axis], demand.read().get(axis)) + 2.0 * roundUp(beside, demand.read().get(axis)), Math.max(demand
				.dimensions().get(axis), demand.read().get(axis)));
			written *= axis == depth ? Math.min(core[axis], demand.written().get(axis)) : core[axis];
		}
		return Math.max((long) read, (long) written * READ_BYTES / WRITTEN_BYTES);
	}

	private static long roundUp(final long value, final int multiple) {
		return (value + multiple - 1) / multiple * multiple;
	}

	/** Returns the number of blocks. */
	long count() {
		long count = 1;
		for (int axis = 0; axis < core.size(); axis++)
			count *= along(axis);
		return count;
	}

	private long along(final int axis) {
		return (dimensions.get(axis) + core.get(axis) - 1) / core.get(axis);
	}

	/** Returns a block. */
	Block block(final long index) {
		final long[] min = new long[core.size()], max = min.clone();
		long rest = index;
		if (depthFirst && depth >= 0) rest = place(depth, rest, min, max);
		for (int axis = 0; axis < min.length; axis++)
			if (axis != depth || !depthFirst) rest = place(axis, rest, min, max);
		return new Block(index, new FinalInterval(min, max), depth);
	}

	private long place(final int axis, final long index, final long[] min, final long[] max) {
		min[axis] = index % along(axis) * core.get(axis);
		max[axis] = Math.min(dimensions.get(axis), min[axis] + core.get(axis)) - 1;
		return index / along(axis);
	}
}
