package org.vaerestore.restore;

import org.vaerestore.tiles.Region;

/** The part of a plane that a restoration needs: its holes and their surroundings. */
final class HoleRegion {

	private static final int MARGIN = 128;

	private HoleRegion() {}

	/** Returns the smallest region with all holes and a margin, from multiples of the granularity on; null without holes. */
	static Region around(final boolean[] hidden, final int width, final int granularity) {
		final int height = hidden.length / width;
		int left = width;
		int right = -1;
		int top = height;
		int bottom = -1;
		for (int i = 0; i < hidden.length; i++) {
			if (!hidden[i]) continue;
			left = Math.min(left, i % width);
			right = Math.max(right, i % width);
			top = Math.min(top, i / width);
			bottom = i / width;
		}
		if (right < 0) return null;
		final int x = Math.max(0, left - MARGIN) / granularity * granularity;
		final int y = Math.max(0, top - MARGIN) / granularity * granularity;
		return new Region(x, y, Math.min(width, right + 1 + MARGIN) - x, Math.min(height, bottom + 1 + MARGIN) - y);
	}

	static float[] cut(final float[] plane, final int width, final Region region) {
		final float[] part = new float[region.size()];
		for (int y = 0; y < region.height(); y++)
			System.arraycopy(plane, (region.y() + y) * width + region.x(), part, y * region.width(), region.width());
		return part;
	}

	static boolean[] cut(final boolean[] plane, final int width, final Region region) {
		final boolean[] part = new boolean[region.size()];
		for (int y = 0; y < region.height(); y++)
			System.arraycopy(plane, (region.y() + y) * width + region.x(), part, y * region.width(), region.width());
		return part;
	}
}
