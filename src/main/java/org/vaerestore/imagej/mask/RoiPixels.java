package org.vaerestore.imagej.mask;

import java.awt.Point;
import java.awt.Rectangle;

import org.vaerestore.tiles.PlaneMask;

import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** The pixels of a region of interest of any kind, as ImageJ itself fills or draws it. */
final class RoiPixels {

	private final PlaneMask.Builder pixels;
	private final Rectangle plane;

	private RoiPixels(final int width, final int height) {
		pixels = new PlaneMask.Builder(width, height);
		plane = new Rectangle(width, height);
	}

	/**
	 * Returns the pixels that a region covers.
	 * <p>
	 * Areas cover their inside; lines of any kind a band of their width, at least one pixel; points a disc whose diameter is
	 * their stroke width, at least one pixel.
	 * </p>
	 */
	static PlaneMask of(final Roi roi, final int width, final int height) {
		final RoiPixels found = new RoiPixels(width, height);
		if (roi instanceof PointRoi points) found.addPoints(points);
		else if (roi.isArea()) for (final Roi part : ShapeParts.of(roi))
			found.add(part.getBounds(), part.getMask());
		else found.addLine(roi);
		return found.pixels.build();
	}

	private void addPoints(final PointRoi points) {
		final int diameter = Math.max(1, Math.round(points.getStrokeWidth()));
		for (final Point point : points.getContainedPoints()) {
			final Roi disc = new OvalRoi(point.x - (diameter - 1) / 2, point.y - (diameter - 1) / 2, diameter, diameter);
			add(disc.getBounds(), disc.getMask());
		}
	}

	private void addLine(final Roi roi) {
		final Rectangle extent = roi.getBounds();
		final int around = (int) Math.ceil(roi.getStrokeWidth()) + 2;
		extent.grow(around, around);
		final Roi moved = (Roi) roi.clone();
		moved.translate(-extent.x, -extent.y);
		final ByteProcessor canvas = new ByteProcessor(extent.width, extent.height);
		canvas.setColor(255);
		canvas.draw(moved);
		add(extent, canvas);
	}

	/** Adds what isn't 0 of a picture, or all of its bounds if there is none. */
	private void add(final Rectangle bounds, final ImageProcessor picture) {
		final Rectangle inside = bounds.intersection(plane);
		for (int y = inside.y; y < inside.y + inside.height; y++)
			for (int x = inside.x; x < inside.x + inside.width; x++)
				if (picture == null || picture.get(x - bounds.x, y - bounds.y) != 0) pixels.add(x, y);
	}
}
