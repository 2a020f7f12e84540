package org.vaerestore.tiles;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * Writes arrays into regions of an image's planes; integer types get the nearest value that they can hold.
 * <p>
 * May be used by several threads at a time for regions that don't overlap, if the image may.
 * </p>
 */
public final class PlaneWriter implements RowWriter {

	private final Planes planes;
	private final Target target;

	private PlaneWriter(final Planes planes, final Target target) {
		this.planes = planes;
		this.target = target;
	}

	/**
	 * Returns a writer into an image.
	 *
	 * @param image two or more dimensions
	 */
	public static <T extends RealType<T>> PlaneWriter of(final RandomAccessibleInterval<T> image) {
		final T type = image.getType();
		final boolean integer = type instanceof IntegerType;
		final double low = type.getMinValue();
		final double high = type.getMaxValue();
		return new PlaneWriter(Planes.of(image), (min, max, values, from, where) -> {
			final RandomAccess<T> pixel = image.randomAccess(new FinalInterval(min, max));
			pixel.setPosition(min);
			final int end = from + (int) (max[0] - min[0] + 1);
			for (int k = from; k < end; k++) {
				if (where == null || where[k]) pixel.get().setReal(integer ? nearest(values[k], low, high) : values[k]);
				pixel.fwd(0);
			}
		});
	}

	/** Returns the planes of the image. */
	public Planes planes() {
		return planes;
	}

	/**
	 * Writes a region.
	 *
	 * @param plane index of the plane
	 * @param region inside the plane
	 * @param values row by row
	 */
	@Override
	public void write(final long plane, final Region region, final float[] values) {
		write(plane, region, values, region, null);
	}

	/**
	 * Writes a part of what was computed.
	 *
	 * @param plane index of the plane
	 * @param region what to write, inside the plane
	 * @param values of {@code extent}, row by row
	 * @param extent what the values are for; contains {@code region}
	 * @param where of {@code extent}, row by row: pixels to write; null for all
	 */
	public void write(final long plane, final Region region, final float[] values, final Region extent,
		final boolean[] where)
	{
		if (!planes.whole().contains(region)) throw new IllegalArgumentException(region + " is not inside a plane of " +
			planes.width() + " x " + planes.height() + ".");
		if (!extent.contains(region)) throw new IllegalArgumentException(region + " is not inside " + extent + ".");
		for (int y = region.y(); y < region.bottom(); y++) {
			final long[] min = planes.position(plane, region.x(), y);
			final long[] max = min.clone();
			max[0] += region.width() - 1;
			target.writeRow(min, max, values, extent.index(region.x(), y), where);
		}
	}

	private static double nearest(final double value, final double low, final double high) {
		return Double.isNaN(value) ? Math.max(low, Math.min(high, 0)) : Math.max(low, Math.min(high, Math.rint(value)));
	}

	/** Writes one row of pixels. */
	private interface Target {

		void writeRow(long[] min, long[] max, float[] values, int from, boolean[] where);
	}
}
