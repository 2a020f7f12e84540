package org.vaerestore.imagej;

import ij.ImagePlus;
import ij.io.Opener;

/** Images whose pixels are numbers of palette entries, which no arithmetic suits. */
final class PaletteImage {

	private PaletteImage() {}

	/**
	 * Returns the colours themselves for palette images of PNG, GIF and BMP files, any other image as it is; in TIFF a
	 * colour table is a lookup table over intensities.
	 */
	static ImagePlus toColours(final ImagePlus image, final int fileType) {
		final boolean palette = fileType == Opener.PNG || fileType == Opener.GIF || fileType == Opener.BMP;
		if (!palette || image.getType() != ImagePlus.COLOR_256 || image.getStackSize() > 1) return image;
		image.setProcessor(image.getProcessor().convertToRGB());
		return image;
	}
}
