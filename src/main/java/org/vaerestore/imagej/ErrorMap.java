package org.vaerestore.imagej;

import ij.ImagePlus;

/** Where, and by how much, an image differs from a reference. */
public final class ErrorMap {

	private ErrorMap() {}

	/**
	 * Returns the differences, image minus reference, as a 32-bit image displayed around 0.
	 *
	 * @param reference of the same type, size and axes, or at least of the same axes
	 */
	public static ImagePlus of(final ImagePlus image, final ImagePlus reference) {
		final ImagePlus errors = ResultImage.floatCopyOf(image, "errors of " + image.getTitle());
		final ImagePlus wanted = ResultImage.floatCopyOf(reference, reference.getTitle());
		for (int plane = 1; plane <= errors.getStackSize(); plane++) {
			final float[] differences = (float[]) errors.getStack().getPixels(plane);
			final float[] values = (float[]) wanted.getStack().getPixels(plane);
			for (int pixel = 0; pixel < differences.length; pixel++)
				differences[pixel] -= values[pixel];
		}
		errors.setOverlay(null);
		final double largest = FloatDisplay.largest(errors);
		FloatDisplay.set(errors, -largest, largest);
		return errors;
	}
}
