package org.vaerestore.imagej.mask;

import java.awt.Point;

import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;

/** The pixels of a region of interest of any kind, as ImageJ itself fills or draws it. */
final class RoiPixels {

	private RoiPixels() {}

	/**
	 * Returns the pixels that a region covers.
	 * <p>
	 * Areas cover their inside; lines of any kind a band of their width, at least one pixel; points a disc whose diameter is
	 * their stroke width, at least one pixel.
	 * </p>
	 */
	static boolean[] of(final Roi roi, final int width, final int height) {
		final boolean[] covered = new boolean[width * height];
		mark(roi, covered, width);
		return covered;
	}

	/** Sets the pixels that a region covers. */
	static void mark(final Roi roi, final boolean[] covered, final int width) {
		final ByteProcessor canvas = new ByteProcessor(width, covered.length / width);
		canvas.setColor(255);
		if (roi instanceof PointRoi points) drawPoints(points, canvas);
		else if (roi.isArea()) canvas.fill(roi);
		else canvas.draw(roi);
		final byte[] drawn = (byte[]) canvas.getPixels();
		for (int pixel = 0; pixel < drawn.length; pixel++)
			covered[pixel] |= drawn[pixel] != 0;
	}

	private static void drawPoints(final PointRoi points, final ByteProcessor canvas) {
		final int diameter = Math.max(1, Math.round(points.getStrokeWidth()));
		for (final Point point : points.getContainedPoints())
			canvas.fill(new OvalRoi(point.x - (diameter - 1) / 2, point.y - (diameter - 1) / 2, diameter, diameter));
	}
}
