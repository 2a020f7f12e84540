package org.vaerestore.tiles;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Copies regions of an image's planes into arrays; beyond the image, it is mirrored about its outermost pixels.
 *
 * <pre>
 * PlaneReader reader = PlaneReader.of(image);
 * float[] plane = reader.read(0, reader.planes().whole());
 * </pre>
 *
 * May be used by several threads at a time if the image may.
 */
public final class PlaneReader {

	/** Pixels that are looked at at a time. */
	private static final int MOST_PIXELS = 1 << 20, FIRST_PIXELS = 1 << 14;

	private final Planes planes;
	private final Source source;
	private final Exclusion exclusion;

	private PlaneReader(final Planes planes, final Source source, final Exclusion exclusion) {
		this.planes = planes;
		this.source = source;
		this.exclusion = exclusion;
	}

	/**
	 * Returns a reader of an image.
	 *
	 * @param image two or more dimensions, real values of any type; read as 32-bit floating point
	 */
	public static PlaneReader of(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return new PlaneReader(Planes.of(image), source(image), (plane, region, values) -> {});
	}

	/** Returns a reader of the same image without some of its pixels, which are NaN, or of their values; mirrored ones too. */
	public PlaneReader without(final Exclusion excluded) {
		return new PlaneReader(planes, source, (plane, region, values) -> {
			exclusion.exclude(plane, region, values);
			excluded.exclude(plane, region, values);
		});
	}

	/** Returns the planes of the image. */
	public Planes planes() {
		return planes;
	}

	/** What is asked for. */
	@FunctionalInterface
	public interface Question {

		/** Returns whether a value is meant. */
		boolean isMeant(float value);
	}

	/** Returns at which pixels of a plane values are meant by a question. */
	public PlaneMask where(final long plane, final Question question) {
		final PlaneMask.Builder found = new PlaneMask.Builder(planes.width(), planes.height());
		final int rows = Math.max(1, MOST_PIXELS / planes.width());
		for (int top = 0; top < planes.height(); top += rows) {
			final Region band = new Region(0, top, planes.width(), Math.min(rows, planes.height() - top));
			final float[] values = read(plane, band);
			for (int i = 0; i < values.length; i++)
				if (question.isMeant(values[i])) found.add(i % planes.width(), top + i / planes.width());
		}
		return found.build();
	}

	/** Returns whether all pixels of a plane have one value; reads no further than to the first other one's rows. */
	public boolean isOfOneValue(final long plane) {
		final int rows = Math.max(1, FIRST_PIXELS / planes.width());
		float first = Float.NaN;
		for (int top = 0; top < planes.height(); top += rows) {
			final float[] values = read(plane, new Region(0, top, planes.width(), Math.min(rows, planes.height() - top)));
			if (top == 0) first = values[0];
			for (final float value : values)
				if (value != first) return false;
		}
		return true;
	}

	/** Returns a region of a plane, row by row. */
	public float[] read(final long plane, final Region region) {
		final float[] values = new float[region.size()];
		read(plane, region, values);
		return values;
	}

	/**
	 * Copies a region of a plane.
	 *
	 * @param plane index of the plane
	 * @param region may reach beyond the plane, and may be all outside it
	 * @param values result, row by row; at least as long as the region is large
	 */
	public void read(final long plane, final Region region, final float[] values) {
		if (values.length < region.size()) throw new IllegalArgumentException("An array of " + values.length +
			" has no room for " + region + ".");
		if (planes.whole().contains(region)) {
			copy(plane, region, values);
			return;
		}
		final Mirror columns = new Mirror(region.x(), region.width(), planes.width());
		final Mirror rows = new Mirror(region.y(), region.height(), planes.height());
		final Region needed = new Region(columns.min(), rows.min(), columns.length(), rows.length());
		final float[] inside = new float[needed.size()];
		copy(plane, needed, inside);
		int to = 0;
		for (int y = 0; y < region.height(); y++) {
			final int row = rows.source(y) * needed.width();
			for (int x = 0; x < region.width(); x++)
				values[to++] = inside[row + columns.source(x)];
		}
	}

	private void copy(final long plane, final Region region, final float[] values) {
		final long[] min = planes.position(plane, region.x(), region.y());
		final long[] max = min.clone();
		max[0] += region.width() - 1;
		max[1] += region.height() - 1;
		source.copy(new FinalInterval(min, max), values);
		exclusion.exclude(plane, region, values);
	}

	private static Source source(final RandomAccessibleInterval<? extends RealType<?>> image) {
		try {
			return PrimitiveBlocks.of(RealTypeConverters.convert(image, new FloatType()), PrimitiveBlocks.OnFallback.FAIL)
				.threadSafe()::copy;
		}
		catch (final IllegalArgumentException e) {
			// Not an image that ImgLib2 copies block by block, such as a function or a type of its own.
			return (interval, values) -> copyPixels(image, interval, values);
		}
	}

	private static void copyPixels(final RandomAccessibleInterval<? extends RealType<?>> image, final Interval interval,
		final float[] values)
	{
		final RandomAccess<? extends RealType<?>> pixel = image.randomAccess(interval);
		int to = 0;
		pixel.setPosition(interval.minAsLongArray());
		for (long y = interval.min(1); y <= interval.max(1); y++) {
			pixel.setPosition(y, 1);
			pixel.setPosition(interval.min(0), 0);
			for (long x = interval.min(0); x <= interval.max(0); x++) {
				values[to++] = pixel.get().getRealFloat();
				pixel.fwd(0);
			}
		}
	}

	/** Copies an interval of one plane, row by row. */
	private interface Source {

		void copy(Interval interval, float[] values);
	}
}
