package org.vaerestore.imagej;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** The exact outline of chosen pixels of a plane, as a selection. */
public final class PlaneOutline {

	private PlaneOutline() {}

	/**
	 * Returns the outline.
	 *
	 * @param chosen row by row
	 * @return null if no pixel is chosen
	 */
	public static Roi of(final boolean[] chosen, final int width, final int height) {
		final ByteProcessor picture = new ByteProcessor(width, height);
		final byte[] pixels = (byte[]) picture.getPixels();
		for (int pixel = 0; pixel < pixels.length; pixel++)
			if (chosen[pixel]) pixels[pixel] = -1;
		picture.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		return new ThresholdToSelection().convert(picture);
	}
}
