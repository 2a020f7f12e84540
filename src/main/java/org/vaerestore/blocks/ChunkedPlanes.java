package org.vaerestore.blocks;

import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.zarr.array.ArrayWriter;

import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Takes the rows of what is around a block, plane by plane, and writes the block by whole chunks, as many planes at a time as these
 * have.
 * <p>
 * The block is marked when it is whole: its last chunk is written last, when the others are on the disk.
 * </p>
 */
final class ChunkedPlanes implements RowWriter {

	private final ArrayWriter output;
	private final int raised;
	private final Block block;
	private final Cutout cutout;
	private final int threads;
	private final int together;
	private Img<?> planes;
	private PlaneWriter writer;
	private long begun;

	/**
	 * @param raised what values are more than they are written as
	 * @param cutout what is the block's of the planes that rows are of
	 * @param threads that pack and write chunks
	 */
	ChunkedPlanes(final ArrayWriter output, final int raised, final Block block, final Cutout cutout, final int threads) {
		this.output = output;
		this.raised = raised;
		this.block = block;
		this.cutout = cutout;
		this.threads = threads;
		together = block.depth() < 0 ? 1 : output.array().shard()[block.depth()];
	}

	@Override
	public void write(final long plane, final Region rows, final float[] values) {
		final Region core = cutout.core();
		final int top = Math.max(rows.y(), core.y()), bottom = Math.min(rows.y() + rows.height(), core.y() + core.height());
		if (top >= bottom) return;
		final long own = plane - cutout.first();
		if (planes == null) begin(own);
		final float[] stored = raised == 0 ? values : values.clone();
		for (int i = 0; raised != 0 && i < stored.length; i++)
			stored[i] -= raised;
		writer.write(own - begun, new Region(0, top - core.y(), core.width(), bottom - top), stored, new Region(-core.x(), rows.y() - core
			.y(), rows.width(), rows.height()), null);
		if (bottom == core.y() + core.height() && own + 1 == begun + count(begun)) end();
	}

	/** Returns how many planes are written together from one on. */
	private int count(final long first) {
		return (int) Math.min(together, block.planes() - first);
	}

	private void begin(final long first) {
		begun = first;
		final long[] size = block.core().dimensionsAsLongArray();
		if (block.depth() >= 0) size[block.depth()] = count(first);
		final Img<FloatType> made = output.array().type().image(size);
		planes = made;
		writer = PlaneWriter.of(made);
	}

	private void end() {
		final long[] place = block.core().minAsLongArray();
		if (block.depth() >= 0) place[block.depth()] += begun;
		write(Cast.unchecked(planes), place, begun + count(begun) == block.planes());
		planes = null;
	}

	private <T extends NativeType<T> & RealType<T>> void write(final Img<?> pixels, final long[] place, final boolean last) {
		final Img<T> typed = Cast.unchecked(pixels);
		if (last) output.writeWithMark(Views.translate(typed, place), block.core(), threads);
		else output.write(Views.translate(typed, place), threads);
	}
}
