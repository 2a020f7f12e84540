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
			final Roi outline = PlaneOutline.of(mask.plane(plane), mask.axes().width(), mask.axes()
				.height());
			if (outline == null) continue;
			if (mask.planes().size() > 1) position(outline, result, mask.axes(), plane);
			outline.setName(NAME);
			outline.setStrokeColor(COLOUR);
			overlay.add(outline);
		}
		result.setOverlay(overlay);
	}

	private static void position(final Roi roi, final ImagePlus image, final ImageAxes axes, final int plane) {
		if (!image.isHyperStack()) {
			roi.setPosition(plane + 1);
			return;
		}
		// Colours that have become channels share one mask; 0 stands for all.
		final int channel = axes.channels() == 1 ? 0 : plane % axes.channels() + 1;
		final int slice = plane / axes.channels() % axes.slices() + 1;
		final int frame = plane / axes.channels() / axes.slices() + 1;
		roi.setPosition(channel, slice, frame);
	}
}
