package org.vaerestore.tiles;

import java.util.Arrays;

import org.vaerestore.job.InputException;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;

/**
 * Copies regions of the mask of an image into arrays; beyond the image, it is mirrored as a {@link PlaneReader} does.
 * <p>
 * A mask of the size of one plane is valid for every plane.
 * </p>
 */
public final class MaskReader {

	/** Pixels that are held at a time. */
	private static final int MOST_PIXELS = 1 << 20;

	private final Planes planes;
	private final Planes maskPlanes;
	private final RandomAccessibleInterval<? extends BooleanType<?>> mask;
	private final PlaneMask nothing;

	private MaskReader(final Planes planes, final RandomAccessibleInterval<? extends BooleanType<?>> mask) {
		this.planes = planes;
		this.mask = mask;
		maskPlanes = mask == null ? null : Planes.of(mask);
		nothing = PlaneMask.none(planes.width(), planes.height());
	}

	/**
	 * Returns a reader of a mask.
	 *
	 * @param mask of the image's size or of the size of its first two dimensions; null if nothing is masked
	 * @param image that the mask belongs to
	 * @throws InputException if the sizes differ
	 */
	public static MaskReader of(final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Interval image) {
		if (mask != null && !fits(mask, image)) throw new InputException("The mask is " + size(mask) +
			" and the image is " + size(image) + "; the mask must be as large as the image, or as one plane of it.");
		return new MaskReader(Planes.of(image), mask);
	}

	/** Returns whether all pixels of the image that are no numbers are known to be masked. */
	public boolean isComplete() {
		return mask instanceof StackMask stack && stack.isComplete();
	}

	/** Returns the mask of a plane; one that isn't a {@link StackMask} is looked at pixel by pixel. */
	public PlaneMask plane(final long plane) {
		if (mask == null) return nothing;
		if (mask instanceof StackMask stack) return stack.plane(plane);
		final PlaneMask.Builder found = new PlaneMask.Builder(planes.width(), planes.height());
		final int rows = Math.max(1, MOST_PIXELS / planes.width());
		for (int top = 0; top < planes.height(); top += rows) {
			final Region band = new Region(0, top, planes.width(), Math.min(rows, planes.height() - top));
			found.add(band, read(plane, band));
		}
		return found.build();
	}

	/** Returns a region of a plane's mask, row by row. */
	public boolean[] read(final long plane, final Region region) {
		final boolean[] values = new boolean[region.size()];
		read(plane, region, values);
		return values;
	}

	/**
	 * Copies a region of a plane's mask.
	 *
	 * @param plane index of the image's plane
	 * @param region may reach beyond the plane
	 * @param values result, row by row: true = masked
	 */
	public void read(final long plane, final Region region, final boolean[] values) {
		final PlaneMask known = mask == null ? nothing : mask instanceof StackMask stack ? stack.plane(plane) : null;
		if (known != null && known.isEmpty()) Arrays.fill(values, 0, region.size(), false);
		else if (known != null && planes.whole().contains(region)) known.read(region, values);
		else {
			final Mirror columns = new Mirror(region.x(), region.width(), planes.width());
			final Mirror rows = new Mirror(region.y(), region.height(), planes.height());
			final Source source = known == null ? pixels(plane, columns, rows) : (x, y) -> known.get(columns.place(x), rows.place(
				y));
			int to = 0;
			for (int y = 0; y < region.height(); y++)
				for (int x = 0; x < region.width(); x++)
					values[to++] = source.isMasked(x, y);
		}
	}

	private Source pixels(final long plane, final Mirror columns, final Mirror rows) {
		final long[] origin = maskPlanes.position(maskPlanes.count() == 1 ? 0 : plane, columns.min(), rows.min());
		final long[] end = origin.clone();
		end[0] += columns.length() - 1;
		end[1] += rows.length() - 1;
		final RandomAccess<? extends BooleanType<?>> pixel = mask.randomAccess(new FinalInterval(origin, end));
		pixel.setPosition(origin);
		return (x, y) -> {
			pixel.setPosition(origin[1] + rows.source(y), 1);
			pixel.setPosition(origin[0] + columns.source(x), 0);
			return pixel.get().get();
		};
	}

	/** Pixels of a region, counted from its first ones. */
	private interface Source {

		boolean isMasked(int x, int y);
	}

	private static boolean fits(final Interval mask, final Interval image) {
		if (mask.numDimensions() < 2 || mask.numDimensions() > image.numDimensions()) return false;
		boolean plane = true;
		boolean whole = true;
		for (int d = 0; d < image.numDimensions(); d++) {
			final long length = d < mask.numDimensions() ? mask.dimension(d) : 1;
			whole &= length == image.dimension(d);
			plane &= length == (d < 2 ? image.dimension(d) : 1);
		}
		return plane || whole;
	}

	private static String size(final Interval interval) {
		final StringBuilder text = new StringBuilder();
		for (final long length : interval.dimensionsAsLongArray())
			text.append(text.isEmpty() ? "" : " x ").append(length);
		return text.toString();
	}
}
