package org.vaerestore.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;

/** How 32-bit results are displayed: all planes and channels alike, so that they can be compared. */
final class FloatDisplay {

	private FloatDisplay() {}

	/** Returns the largest absolute value of an image that is finite, 0 if there is none. */
	static double largest(final ImagePlus image) {
		double largest = 0;
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			for (final float value : (float[]) image.getStack().getPixels(plane))
				if (Float.isFinite(value)) largest = Math.max(largest, Math.abs(value));
		return largest;
	}

	/** Displays all channels over the same range. */
	static void set(final ImagePlus image, final double low, final double high) {
		if (!image.isComposite()) {
			image.setDisplayRange(low, high);
			return;
		}
		final LUT[] luts = image.getLuts();
		for (final LUT lut : luts) {
			lut.min = low;
			lut.max = high;
		}
		((CompositeImage) image).setLuts(luts);
	}
}
