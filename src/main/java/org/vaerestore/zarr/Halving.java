package org.vaerestore.zarr;

import java.util.Arrays;

import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.ZarrArray;

import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Computes a level of a pyramid from the one before: half as many columns and rows. */
final class Halving {

	private static final int SHARE_OF_MEMORY = 16;

	private final LazyCellImg<?, ?> from;
	private final ArrayWriter to;
	private final boolean nearest;

	Halving(final ZarrArray from, final ArrayWriter to, final boolean nearest) {
		this.from = from.image(new CellCache(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY));
		this.to = to;
		this.nearest = nearest;
	}

	/** Writes a block; any number of threads may write different ones. */
	void write(final long block) {
		write(to.block(block), Cast.unchecked(from), false);
	}

	/** Writes a block with a mark that it is written, unless it has that. */
	void writeIfMissing(final long block) {
		if (!to.isMarked(to.block(block))) write(to.block(block), Cast.unchecked(from), true);
	}

	private <T extends NativeType<T> & RealType<T>> void write(final Interval block, final LazyCellImg<T, ?> source, final boolean mark) {
		if (mark) to.writeWithMark(halved(block, source), block, 1);
		else to.write(halved(block, source));
	}

	private <T extends NativeType<T> & RealType<T>> RandomAccessibleInterval<T> halved(final Interval block, final LazyCellImg<T, ?> source) {
		final Img<T> halved = new ArrayImgFactory<>(source.getType().createVariable()).create(block);
		final RandomAccess<T> in = source.randomAccess();
		// Where there is one column or row alone, it is the mean of itself.
		final long right = source.dimension(0) > 1 ? 1 : 0, below = source.dimension(1) > 1 ? 1 : 0;
		final double[] sums = new double[(int) block.dimension(0)];
		final long[] place = block.minAsLongArray();
		final Cursor<T> out = halved.cursor();
		while (out.hasNext()) {
			final long[] begin = place.clone();
			begin[0] <<= right;
			begin[1] <<= below;
			in.setPosition(begin);
			if (nearest) for (int x = 0; x < sums.length; x++) {
				// Not beyond the last one, as a chunk is read when a pixel of it is come to.
				if (x > 0) in.move(1 + right, 0);
				out.next().set(in.get());
			}
			else {
				Arrays.fill(sums, 0);
				addTo(sums, in, right);
				begin[1] += below;
				in.setPosition(begin);
				addTo(sums, in, right);
				for (final double sum : sums)
					out.next().setReal(sum / 4);
			}
			for (int axis = 1; axis < place.length && ++place[axis] > block.max(axis); axis++)
				place[axis] = block.min(axis);
		}
		return Views.translate(halved, block.minAsLongArray());
	}

	/** Adds two pixels of a row to each sum. */
	private static <T extends RealType<T>> void addTo(final double[] sums, final RandomAccess<T> row, final long right) {
		for (int x = 0; x < sums.length; x++) {
			if (x > 0) row.fwd(0);
			sums[x] += row.get().getRealDouble();
			row.move(right, 0);
			sums[x] += row.get().getRealDouble();
		}
	}
}
