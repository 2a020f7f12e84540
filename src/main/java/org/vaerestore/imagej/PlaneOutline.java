package org.vaerestore.imagej;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

import org.vaerestore.job.CancelledException;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Region;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** The exact outline of chosen pixels of a plane, as a selection. */
public final class PlaneOutline {

	/** Pixels that are traced at a time. */
	private static final int MOST_PIXELS = 1 << 22;

	private PlaneOutline() {}

	/**
	 * Returns the outline, null if no pixel is chosen.
	 *
	 * @throws CancelledException if the thread was interrupted
	 */
	public static Roi of(final PlaneMask chosen) {
		if (chosen.isEmpty()) return null;
		final List<int[]> parts = chosen.bounds().size() > MOST_PIXELS ? chosen.clusters() : List.of();
		if (parts.size() < 2) return traced(chosen);
		// The pixels between parts that lie far from each other may be many.
		final Path2D path = new Path2D.Double();
		for (final int[] part : parts) {
			final Roi outline = traced(chosen.ofSquares(part));
			path.append(AffineTransform.getTranslateInstance(outline.getXBase(), outline.getYBase()).createTransformedShape(
				new ShapeRoi(outline).getShape()), false);
		}
		return new ShapeRoi(path);
	}

	private static Roi traced(final PlaneMask chosen) {
		final Region bounds = chosen.bounds();
		final ByteProcessor picture = new ByteProcessor(bounds.width(), bounds.height());
		final byte[] pixels = (byte[]) picture.getPixels();
		final boolean[] inside = chosen.read(bounds);
		for (int pixel = 0; pixel < pixels.length; pixel++)
			if (inside[pixel]) pixels[pixel] = -1;
		picture.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi outline = new ThresholdToSelection().convert(picture);
		// ImageJ ends tracing without a word when the thread is interrupted.
		if (outline == null) throw new CancelledException();
		outline.translate(bounds.x(), bounds.y());
		return outline;
	}
}
