package org.vaerestore.zarr;

import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.ZarrArray;

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
		write(to.block(block), Cast.unchecked(from));
	}

	/** Writes a block with a mark that it is written, unless it has that. */
	void writeIfMissing(final long block) {
		if (!to.isMarked(to.block(block))) writeWithMark(to.block(block), Cast.unchecked(from));
	}

	private <T extends NativeType<T> & RealType<T>> void writeWithMark(final Interval block, final LazyCellImg<T, ?> source) {
		to.writeWithMark(halved(block, source));
	}

	private <T extends NativeType<T> & RealType<T>> void write(final Interval block, final LazyCellImg<T, ?> source) {
		to.write(halved(block, source));
	}

	private <T extends NativeType<T> & RealType<T>> RandomAccessibleInterval<T> halved(final Interval block, final LazyCellImg<T, ?> source) {
		final Img<T> halved = new ArrayImgFactory<>(source.getType().createVariable()).create(block);
		final RandomAccess<T> in = source.randomAccess();
		// Where there is one column or row alone, it is the mean of itself.
		final long right = source.dimension(0) > 1 ? 1 : 0, below = source.dimension(1) > 1 ? 1 : 0;
		final var out = Views.translate(halved, block.minAsLongArray()).localizingCursor();
		while (out.hasNext()) {
			final T value = out.next();
			for (int i = 2; i < block.numDimensions(); i++)
				in.setPosition(out.getLongPosition(i), i);
			in.setPosition(out.getLongPosition(0) << right, 0);
			in.setPosition(out.getLongPosition(1) << below, 1);
			if (nearest) value.set(in.get());
			else value.setReal(mean(in, right, below));
		}
		return Views.translate(halved, block.minAsLongArray());
	}

	private static <T extends RealType<T>> double mean(final RandomAccess<T> in, final long right, final long below) {
		double sum = in.get().getRealDouble();
		in.move(right, 0);
		sum += in.get().getRealDouble();
		in.move(below, 1);
		sum += in.get().getRealDouble();
		in.move(-right, 0);
		return (sum + in.get().getRealDouble()) / 4;
	}
}
