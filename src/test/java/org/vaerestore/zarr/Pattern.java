package org.vaerestore.zarr;

import java.util.Arrays;

import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrArray;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Values that follow from where they are, the same here and in the scripts of the other programs. */
final class Pattern {

	private static final int VALUES = 50, HALF = 25;

	private Pattern() {}

	/** Makes an image of it, x first. */
	static <T extends NativeType<T> & RealType<T>> RandomAccessibleInterval<T> image(final DataType type, final long... dimensions) {
		final T value = Cast.unchecked(create(type));
		final RandomAccessibleInterval<T> image = new ArrayImgFactory<>(value).create(dimensions);
		long i = 0;
		for (final T each : Views.flatIterable(image))
			set(each, type, i++);
		return image;
	}

	static RealType<?> create(final DataType type) {
		return switch (type) {
			case BOOL, UINT8 -> new UnsignedByteType();
			case INT8 -> new ByteType();
			case INT16 -> new ShortType();
			case INT32 -> new IntType();
			case INT64 -> new LongType();
			case UINT16 -> new UnsignedShortType();
			case UINT32 -> new UnsignedIntType();
			case UINT64 -> new UnsignedLongType();
			case FLOAT32 -> new FloatType();
			case FLOAT64 -> new DoubleType();
		};
	}

	private static void set(final RealType<?> value, final DataType type, final long i) {
		final long v = (i * 7 + i / 64) % VALUES;
		switch (type) {
			case BOOL -> value.setReal(v % 2 == 0 ? 1 : 0);
			case FLOAT32 -> value.setReal((v - HALF) / 4.0);
			case FLOAT64 -> value.setReal((v - HALF) / 7.0);
			case INT64 -> ((IntegerType<?>) value).setInteger(v - HALF << 56);
			case UINT64 -> ((IntegerType<?>) value).setInteger(v << 58);
			case INT8 -> value.setReal((v - HALF) * 5);
			case UINT8 -> value.setReal(v * 5);
			case INT16 -> value.setReal((v - HALF) * 1000);
			case UINT16 -> value.setReal(v * 1300);
			case INT32 -> value.setReal((v - HALF) * 80000000);
			case UINT32 -> value.setReal(v * 80000000);
		}
	}

	/** Returns where an array isn't what it should be, empty if it is everywhere. */
	static String difference(final ZarrArray array) {
		return difference(array, array.dimensions()[array.dimensions().length - 1], 0);
	}

	/**
	 * Compares the first planes with the pattern, and others with a value.
	 *
	 * @param written extent of the pattern along the last axis
	 */
	static String difference(final ZarrArray array, final long written, final Number fill) {
		final RealType<?> expected = create(array.type());
		final long[] dimensions = array.dimensions();
		final long plane = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b) / dimensions[dimensions.length - 1];
		final RandomAccessibleInterval<? extends RealType<?>> image = Cast.unchecked(array.image(new CellCache(1 << 20)));
		final Cursor<? extends RealType<?>> pixel = Views.flatIterable(image).localizingCursor();
		for (long i = 0; pixel.hasNext(); i++) {
			pixel.fwd();
			if (i / plane < written) set(expected, array.type(), i);
			else if (expected instanceof IntegerType<?> whole) whole.setInteger(fill.longValue());
			else expected.setReal(fill.doubleValue());
			if (!same(pixel.get(), expected)) return array.describe() + " has " + pixel.get() + " at " + Arrays.toString(pixel.positionAsLongArray()) + ", not " + expected;
		}
		return "";
	}

	private static boolean same(final RealType<?> a, final RealType<?> b) {
		if (a instanceof IntegerType<?> whole) return whole.getIntegerLong() == ((IntegerType<?>) b).getIntegerLong();
		return Double.compare(a.getRealDouble(), b.getRealDouble()) == 0;
	}

	/** Writes all blocks of an image. */
	static void write(final ArrayWriter writer, final RandomAccessibleInterval<?> image) {
		for (long block = 0; block < writer.blocks(); block++)
			write(writer, Cast.unchecked(image), block);
	}

	private static <T extends NativeType<T> & RealType<T>> void write(final ArrayWriter writer, final RandomAccessibleInterval<T> image,
		final long block)
	{
		writer.write(Views.interval(image, writer.block(block)));
	}
}
