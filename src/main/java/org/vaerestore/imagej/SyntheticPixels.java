package org.vaerestore.imagej;

import java.awt.Color;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/** Marks what a model made up, so that nobody takes it for what a detector saw. */
public final class SyntheticPixels {

	/** The name of the marks in the overlay. */
	public static final String NAME = "VAE Restore: synthetic pixels";

	private static final Color COLOUR = new Color(255, 0, 255, 160);

	private SyntheticPixels() {}

	/** Adds the outlines of all restored pixels to a result's overlay, plane by plane. */
	public static void mark(final ImagePlus result, final Mask mask) {
		final Overlay overlay = result.getOverlay() == null ? new Overlay() : result.getOverlay();
		for (int plane = 0; plane < mask.planes().size(); plane++) {
			final Roi outline = PlaneOutline.of(mask.plane(plane));
			if (outline == null) continue;
			if (mask.planes().size() > 1) RoiPosition.ofPlane(plane, mask.axes()).set(outline, result);
			outline.setName(NAME);
			outline.setStrokeColor(COLOUR);
			overlay.add(outline);
		}
		result.setOverlay(overlay);
	}
}
