package org.vaerestore.imagej;

import java.nio.file.Path;

import org.vaerestore.job.InputException;

/** Tells whether an image can be of the size that its file says, before anything is allocated for it. */
final class ImageExtent {

	private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

	private ImageExtent() {}

	/**
	 * Checks the size of a plane.
	 *
	 * @throws InputException if there is no such image, or a plane of it has more pixels than ImageJ can hold
	 */
	static void require(final long width, final long height, final Path path) {
		if (width <= 0 || height <= 0) throw GuardedReading.unreadable(path, "an image of " + width + " x " + height + " pixels",
			null);
		if (width > LONGEST_ARRAY / height) throw new InputException("The file " + path + " says that it holds an image of " + width +
			" x " + height + " pixels, and ImageJ holds planes of at most " + LONGEST_ARRAY +
			"; cut it into parts, or give another copy if the file is damaged.");
	}
}
