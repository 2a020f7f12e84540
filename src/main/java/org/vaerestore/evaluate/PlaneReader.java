package org.vaerestore.evaluate;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.IntervalIndexer;
import net.imglib2.view.Views;

/** Reads an image of any dimension plane by plane; planes are numbered with the third dimension fastest. */
final class PlaneReader {

	private final RandomAccessibleInterval<? extends RealType<?>> image;

	PlaneReader(final RandomAccessibleInterval<? extends RealType<?>> image) {
		this.image = image;
	}

	int width() {
		return Math.toIntExact(image.dimension(0));
	}

	int height() {
		return image.numDimensions() < 2 ? 1 : Math.toIntExact(image.dimension(1));
	}

	long planes() {
		long planes = 1;
		for (int d = 2; d < image.numDimensions(); d++) planes *= image.dimension(d);
		return planes;
	}

	/** Returns a plane, row-major. */
	double[] values(final long plane) {
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(slice(image, plane)).cursor();
		final double[] values = new double[width() * height()];
		for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealDouble();
		return values;
	}

	/** Returns a plane, row-major, clipped to 0 and a range; NaN stays NaN. */
	double[] clipped(final long plane, final double range) {
		final double[] values = values(plane);
		for (int i = 0; i < values.length; i++) values[i] = Math.min(range, Math.max(0, values[i]));
		return values;
	}

	/** Returns the plane of a mask, row-major; a mask of two dimensions is the same for all planes. */
	static boolean[] flags(final RandomAccessibleInterval<? extends BooleanType<?>> mask, final long plane) {
		final RandomAccessibleInterval<? extends BooleanType<?>> slice = slice(mask, plane);
		final Cursor<? extends BooleanType<?>> cursor = Views.flatIterable(slice).cursor();
		final boolean[] flags = new boolean[Math.toIntExact(slice.size())];
		for (int i = 0; i < flags.length; i++) flags[i] = cursor.next().get();
		return flags;
	}

	private static <T> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> whole, final long plane) {
		RandomAccessibleInterval<T> slice = whole;
		final long[] size = whole.dimensionsAsLongArray(), outer = new long[Math.max(0, size.length - 2)];
		if (outer.length == 0) return slice;
		final long[] outerSize = Arrays.copyOfRange(size, 2, size.length);
		IntervalIndexer.indexToPosition(plane, outerSize, outer);
		for (int d = size.length - 1; d >= 2; d--) slice = Views.hyperSlice(slice, d, whole.min(d) + outer[d - 2]);
		return slice;
	}
}
