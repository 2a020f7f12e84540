package org.vaerestore.predict;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.Mirror;
import org.vaerestore.tiles.Region;

/** A plane in memory, as a network gets to see it: all of its holes are filled before. */
final class FilledPlane implements NetworkView {

	private final float[] values;
	private final float[] visible;
	private final int width;

	/**
	 * Fills a plane.
	 *
	 * @param plane row by row, in units of the image; NaN where the network is to start from a classical fill; not changed
	 * @param visible of each pixel, see {@link NetworkView}
	 * @param width of the plane in pixels
	 */
	FilledPlane(final float[] plane, final float[] visible, final int width, final Normalisation normalisation) {
		this.visible = visible;
		this.width = width;
		values = new float[plane.length];
		final boolean[] empty = new boolean[plane.length];
		for (int i = 0; i < values.length; i++) {
			empty[i] = Float.isNaN(plane[i]);
			values[i] = empty[i] ? 0 : (float) normalisation.forward(plane[i]);
			if (empty[i] && visible[i] == 1) throw new IllegalArgumentException("Pixel " + i +
				" is visible and not a number.");
		}
		new FillWorkspace().hybrid(values, empty, width, plane.length / width);
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return values.length / width;
	}

	@Override
	public float read(final Region region, final float[] regionValues, final float[] regionVisible) {
		final Mirror columns = new Mirror(region.x(), region.width(), width);
		final Mirror rows = new Mirror(region.y(), region.height(), height());
		int to = 0;
		for (int y = 0; y < region.height(); y++) {
			final int row = rows.place(y) * width;
			for (int x = 0; x < region.width(); x++) {
				final int from = row + columns.place(x);
				regionValues[to] = values[from];
				regionVisible[to++] = visible[from];
			}
		}
		return 1;
	}
}
