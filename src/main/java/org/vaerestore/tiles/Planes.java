package org.vaerestore.tiles;

import net.imglib2.Interval;

/**
 * The planes of an image: its first two dimensions are the plane, all others count planes, the third one fastest.
 */
public final class Planes {

	private final Interval interval;
	private final long count;

	private Planes(final Interval interval) {
		this.interval = interval;
		long product = 1;
		for (int d = 2; d < interval.numDimensions(); d++)
			product = Math.multiplyExact(product, interval.dimension(d));
		count = product;
	}

	/**
	 * Returns the planes of an image.
	 *
	 * @throws IllegalArgumentException if it has fewer than two dimensions, or planes that are empty or too large for one
	 *           array
	 */
	public static Planes of(final Interval interval) {
		if (interval.numDimensions() < 2) throw new IllegalArgumentException("An image of " + interval.numDimensions() +
			" dimensions has no planes.");
		final long width = interval.dimension(0);
		final long height = interval.dimension(1);
		if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || width * height >
			Integer.MAX_VALUE - 8) throw new IllegalArgumentException("Planes can't be " + width + " x " + height +
				" pixels.");
		return new Planes(interval);
	}

	/** Returns the number of planes. */
	public long count() {
		return count;
	}

	/** Returns the width of a plane in pixels. */
	public int width() {
		return (int) interval.dimension(0);
	}

	/** Returns the height of a plane in pixels. */
	public int height() {
		return (int) interval.dimension(1);
	}

	/**
	 * Returns the plane some steps along an axis from another one, or -1 if there is none.
	 *
	 * @param plane index of a plane
	 * @param axis dimension of the image, from 2
	 * @param steps may be negative
	 */
	public long beside(final long plane, final int axis, final int steps) {
		long stride = 1;
		for (int d = 2; d < axis; d++)
			stride *= interval.dimension(d);
		final long place = plane / stride % interval.dimension(axis) + steps;
		return place < 0 || place >= interval.dimension(axis) ? -1 : plane + steps * stride;
	}

	/** Returns the region that is a whole plane. */
	public Region whole() {
		return new Region(0, 0, width(), height());
	}

	/**
	 * Returns where in the image a pixel is.
	 *
	 * @param plane index of the plane, from 0
	 * @param x column, from 0
	 * @param y row, from 0
	 */
	public long[] position(final long plane, final int x, final int y) {
		if (plane < 0 || plane >= count) throw new IllegalArgumentException("There is no plane " + plane + " of " + count +
			".");
		final long[] position = interval.minAsLongArray();
		position[0] += x;
		position[1] += y;
		long rest = plane;
		for (int d = 2; d < position.length; d++) {
			position[d] += rest % interval.dimension(d);
			rest /= interval.dimension(d);
		}
		return position;
	}
}
