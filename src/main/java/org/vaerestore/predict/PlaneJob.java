package org.vaerestore.predict;

import org.vaerestore.tiles.TileGrid;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryNeed;

/**
 * Planes that are to go through a network one after the other.
 *
 * @param architecture of the network
 * @param width largest of the planes, in pixels
 * @param height largest of the planes, in pixels
 * @param passes of each tile
 * @param companions whether the network sees planes beside them
 */
public record PlaneJob(Architecture architecture, int width, int height, int passes, boolean companions) {

	/** Arrays of a tile's size: in each pass that is running, and of a tile that is read together with slices beside it. */
	private static final int RUNNING = 7, READ = 15;

	/** Creates a job of planes that are seen alone. */
	public PlaneJob(final Architecture architecture, final int width, final int height, final int passes) {
		this(architecture, width, height, passes, false);
	}

	/**
	 * Creates a job of planes that have slices beside them.
	 *
	 * @param sliceAxis along which these lie, or -1 for none
	 */
	public static PlaneJob of(final Architecture architecture, final int width, final int height, final int passes, final int sliceAxis) {
		return new PlaneJob(architecture, width, height, passes, architecture.seesCompanions() && sliceAxis >= 0);
	}

	/** Returns the tiles. */
	TileGrid grid(final Tiling tiling, final int halo) {
		// With fewer passes than threads, tiles are what is left to divide.
		final int strips = (tiling.sharing() + passes - 1) / passes;
		return TileGrid.of(width, height, tiling.core(), Math.max(1, Math.min(tiling.core(), (height + strips - 1) / strips)), halo,
			architecture.granularity());
	}

	/** Returns how many tiles are at work at a time. */
	int tilesAtOnce(final int threads) {
		return Math.max(1, 2 * threads / passes);
	}

	/** Returns the memory that it takes. */
	MemoryNeed memory(final Tiling tiling, final int halo, final int threads) {
		final TileGrid grid = grid(tiling, halo);
		final int side = grid.inputWidth(), rows = grid.inputHeight();
		final MemoryNeed network = LadderVae.memory(architecture, 1, rows, side, false).and(LadderVae.memoryOfAThread(
			architecture, false)).and(companions ? LadderVae.memoryOfCompanions(architecture, rows, side) : MemoryNeed.NONE);
		final long tile = (long) side * rows;
		final long beside = companions ? 4L * PlanesBeside.REACH * (threads + tilesAtOnce(threads)) : 0;
		final long arrays = beside + (long) RUNNING * threads + READ + (long) tilesAtOnce(threads) * (4 + 2L * passes);
		// A row of tiles is put together, and handed on in units of the image.
		final long row = 4L * width * Math.min(height, rows);
		return LadderVae.ENGINE.and(network.times(threads)).and(MemoryNeed.onHeap(Float.BYTES * (tile * arrays + row +
			KeptIntensity.floats(width, Math.min(height, rows)) + KeptStructure.floats(width))));
	}
}
