package org.vaerestore.imagej.window;

import ij.ImagePlus;
import ij.gui.StackWindow;

/** Opens the windows of results. */
public final class ResultWindow {

	private ResultWindow() {}

	/** Shows an image at its current position. */
	public static void open(final ImagePlus image) {
		final int channel = image.getC(), slice = image.getZ(), frame = image.getT();
		image.show();
		// A new window has its sliders at the first plane, whatever plane it shows.
		if (!(image.getWindow() instanceof StackWindow window)) return;
		if (image.isHyperStack()) window.setPosition(channel, slice, frame);
		else window.updateSliceSelector();
	}
}
