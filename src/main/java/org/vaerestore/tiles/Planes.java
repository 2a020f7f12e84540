package org.vaerestore.tiles;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.vaerestore.job.InputException;

import net.imglib2.Interval;

/**
 * The planes of an image: its first two dimensions are the plane, all others count planes, the third one fastest.
 */
public final class Planes {

	/** The longest array of Java. */
	private static final long LARGEST = Integer.MAX_VALUE - 8;

	private final Interval interval;
	private final long count;

	private Planes(final Interval interval, final long count) {
		this.interval = interval;
		this.count = count;
	}

	/**
	 * Returns the planes of an image.
	 *
	 * @throws InputException if it has fewer than two dimensions, planes that are empty or too large for one array, or more of
	 *           them than can be counted
	 */
	public static Planes of(final Interval interval) {
		if (interval.numDimensions() < 2) throw new InputException("The image has " + interval.numDimensions() +
			" dimensions; give one of at least two.");
		final long width = interval.dimension(0), height = interval.dimension(1);
		if (width < 1 || height < 1) throw new InputException("The image is of " + width + " x " + height +
			" pixels, which is nothing; give another.");
		if (width > LARGEST / height) throw new InputException("The image's planes are of " + width + " x " + height +
			" pixels, and planes of more than " + LARGEST + " pixels can't be held; cut the image into parts, or make it smaller.");
		return new Planes(interval, count(interval));
	}

	private static long count(final Interval interval) {
		try {
			long product = 1;
			for (int d = 2; d < interval.numDimensions(); d++)
				product = Math.multiplyExact(product, interval.dimension(d));
			return product;
		}
		catch (final ArithmeticException e) {
			throw new InputException("The image has more planes than can be counted (" + Arrays.stream(interval
				.dimensionsAsLongArray()).mapToObj(Long::toString).collect(Collectors.joining(" x ")) + "); give a part of it.", e);
		}
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
