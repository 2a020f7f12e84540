package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.job.InputException;

import ij.ImagePlus;

/**
 * An image as a file holds it: with how opaque its pixels are, which ImageJ's images can't keep.
 *
 * @param image the pixels, whether they can be seen or not
 * @param opacity of the pixels of each plane, 0 to 255, row-major; null if the file says nothing of it
 */
record Layer(ImagePlus image, List<byte[]> opacity) {

	private static final byte OPAQUE = -1;

	static Layer opaque(final ImagePlus image) {
		return new Layer(image, null);
	}

	/** Returns the opacity of a plane, counted from 0; null if the file says nothing of it. */
	byte[] opacity(final int plane) {
		return opacity == null ? null : opacity.get(plane);
	}

	/**
	 * Returns the image as data.
	 *
	 * @throws InputException if some of its pixels are transparent: then nobody knows what they should show
	 */
	ImagePlus requireOpaque(final Path path) {
		if (opacity == null) return image;
		long transparent = 0, all = 0;
		for (final byte[] plane : opacity) {
			all += plane.length;
			for (final byte value : plane)
				if (value != OPAQUE) transparent++;
		}
		if (transparent > 0) throw new InputException("In the file " + path + " " + transparent + " of " + all + " pixels are " +
			"transparent (alpha channel), so what they show isn't measured; flatten the image, or save it without alpha.");
		return image;
	}
}
