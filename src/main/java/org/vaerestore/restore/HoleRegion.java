package org.vaerestore.restore;

import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

/**
 * The holes of a plane: how many pixels they are, and the smallest region with all of them.
 *
 * @param count of hidden pixels
 * @param region null without holes
 */
record HoleRegion(long count, Region region) {

	/** Pixels around the holes that help to restore them. */
	private static final int MARGIN = 128;
	/** Pixels that are held at a time. */
	private static final int MOST_PIXELS = 1 << 20;

	/** Finds the holes of a plane of any size. */
	static HoleRegion find(final PlaneReader reader, final MaskReader masks, final long plane) {
		final Planes planes = reader.planes();
		final int width = planes.width(), height = planes.height(), rows = Math.max(1, MOST_PIXELS / width);
		long count = 0;
		int left = width, right = -1, top = height, bottom = -1;
		for (int from = 0; from < height; from += rows) {
			final Region band = new Region(0, from, width, Math.min(rows, height - from));
			final boolean[] hidden = HiddenPixels.of(reader.read(plane, band), masks.read(plane, band));
			for (int i = 0; i < hidden.length; i++) {
				if (!hidden[i]) continue;
				count++;
				left = Math.min(left, i % width);
				right = Math.max(right, i % width);
				top = Math.min(top, from + i / width);
				bottom = from + i / width;
			}
		}
		return new HoleRegion(count, count == 0 ? null : new Region(left, top, right + 1 - left, bottom + 1 - top));
	}

	/** Returns the region with a margin, from multiples of the granularity on; null without holes. */
	Region withMargin(final Planes planes, final int granularity) {
		if (region == null) return null;
		final int x = Math.max(0, region.x() - MARGIN) / granularity * granularity;
		final int y = Math.max(0, region.y() - MARGIN) / granularity * granularity;
		return new Region(x, y, Math.min(planes.width(), region.x() + region.width() + MARGIN) - x, Math.min(planes.height(),
			region.y() + region.height() + MARGIN) - y);
	}
}
