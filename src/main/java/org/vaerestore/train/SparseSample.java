package org.vaerestore.train;

import java.util.List;
import java.util.stream.LongStream;

import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.BooleanType;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Windows of an image that are spread evenly over all of it, which stand for it where it is too large to be read whole.
 * <p>
 * Where they are depends on the image's size alone: by the sequence R3 (Roberts, "The unreasonable effectiveness of quasirandom
 * sequences", 2018).
 * </p>
 *
 * @param image of which the windows are: x, y, and others that count planes
 * @param windows intervals of one plane each
 */
public record SparseSample(Interval image, List<Interval> windows) {

	/** Images of more pixels are looked at by windows, of so many bytes together. */
	private static final long LARGE = 1L << 27;
	private static final long BYTES = 128L << 20;
	private static final int SIDE = 512, ALIGNED = 64;
	/** The inverses of the powers of the real root of x^4 = x + 1. */
	private static final double[] STEPS = { 0.8191725133961645, 0.6710436067037893, 0.5497004779019703 };

	/** Returns whether an image is so large that windows must stand for it. */
	public static boolean isNeeded(final Interval image) {
		double pixels = 1;
		for (int axis = 0; axis < image.numDimensions(); axis++)
			pixels *= image.dimension(axis);
		return pixels > LARGE;
	}

	/**
	 * Chooses the windows.
	 *
	 * @param bytes of a pixel
	 */
	public static SparseSample of(final Interval image, final int bytes) {
		final long[] size = { Math.min(SIDE, image.dimension(0)), Math.min(SIDE, image.dimension(1)) };
		return new SparseSample(new FinalInterval(image), LongStream.rangeClosed(1, BYTES / (bytes * size[0] * size[1])).mapToObj(
			index -> window(image, size, index)).toList());
	}

	private static Interval window(final Interval image, final long[] size, final long index) {
		long planes = 1;
		for (int axis = 2; axis < image.numDimensions(); axis++)
			planes *= image.dimension(axis);
		final long[] min = image.minAsLongArray(), max = min.clone();
		long rest = (long) (share(index, 2) * planes);
		for (int axis = 2; axis < min.length; axis++) {
			min[axis] += rest % image.dimension(axis);
			max[axis] = min[axis];
			rest /= image.dimension(axis);
		}
		for (int axis = 0; axis < 2; axis++) {
			min[axis] += (long) (share(index, axis) * (image.dimension(axis) - size[axis] + 1)) / ALIGNED * ALIGNED;
			max[axis] = min[axis] + size[axis] - 1;
		}
		return new FinalInterval(min, max);
	}

	private static double share(final long index, final int axis) {
		final double place = 0.5 + STEPS[axis] * index;
		return place - Math.floor(place);
	}

	/** Reads the windows of the image: x, y and window. */
	public RandomAccessibleInterval<? extends RealType<?>> read(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		// Whatever type it is.
		return this.<FloatType> copy(Cast.unchecked(pixels));
	}

	private <T extends NativeType<T> & RealType<T>> Img<T> copy(final RandomAccessibleInterval<T> pixels) {
		final Img<T> copied = new ArrayImgFactory<>(pixels.getType().createVariable()).create(size());
		final PlaneWriter writer = PlaneWriter.of(copied);
		for (int k = 0; k < windows.size(); k++) {
			final PlaneReader reader = PlaneReader.of(Views.zeroMin(Views.interval(pixels, windows.get(k))));
			final Region all = reader.planes().whole();
			writer.write(k, all, reader.read(0, all));
		}
		return copied;
	}

	/** Reads the windows of a mask of the image, which may be one plane that is valid for all. */
	public RandomAccessibleInterval<BitType> readMask(final RandomAccessibleInterval<? extends BooleanType<?>> mask) {
		final Img<BitType> copied = new ArrayImgFactory<>(new BitType()).create(size());
		for (int k = 0; k < windows.size(); k++) {
			final Interval window = windows.get(k);
			final var from = Views.flatIterable(Views.interval(mask, mask.numDimensions() == 2 ? new FinalInterval(new long[] { window.min(0),
				window.min(1) }, new long[] { window.max(0), window.max(1) }) : window)).cursor();
			for (final BitType to : Views.flatIterable(Views.hyperSlice(copied, 2, k)))
				to.set(from.next().get());
		}
		return copied;
	}

	private long[] size() {
		return new long[] { windows.get(0).dimension(0), windows.get(0).dimension(1), windows.size() };
	}
}
