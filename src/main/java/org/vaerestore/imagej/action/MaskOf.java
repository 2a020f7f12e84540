package org.vaerestore.imagej.action;

import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.mask.MaskOverlay;

import ij.ImagePlus;

/** What of an image is to be restored. */
final class MaskOf {

	private MaskOf() {}

	/** Returns the image's mask, one without a pixel if it has none. */
	static Mask image(final ImagePlus image) {
		return MaskOverlay.of(image).orElseGet(() -> Mask.none(image));
	}

	/** Returns whether there is something to restore: a mask, or pixels that are no numbers. */
	static boolean isThere(final ImagePlus image) {
		final Mask mask = image(image);
		return mask.count() > 0 || mask.withNaNs(image).count() > 0;
	}
}
