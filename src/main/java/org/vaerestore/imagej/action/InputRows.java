package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.Optional;

import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.VirtualZarr;

import ij.ImagePlus;

/**
 * What Restore and Enhance work on, if its result goes row by row into a file.
 *
 * @param large its pixels
 * @param shown the image that has them, or the outline of a file
 */
record InputRows(LargeImage large, ImagePlus shown) implements AutoCloseable {

	/** Returns the input; empty if it is of colours, which aren't read so. */
	static Optional<InputRows> open(final ImagePlus active, final Values values) {
		final Optional<Path> path = values.path(InputImage.INPUT);
		if (path.isEmpty()) return VirtualZarr.file(active).map(file -> new InputRows(file, active)).or(() -> of(active));
		final Optional<LargeImage> file = LargeImage.open(path.get());
		return file.isPresent() ? file.map(large -> new InputRows(large, large.outline())) : of(ImageReader.read(path.get()));
	}

	private static Optional<InputRows> of(final ImagePlus image) {
		return image.getType() == ImagePlus.COLOR_RGB ? Optional.empty() : Optional.of(new InputRows(LargeImage.of(image), image));
	}

	@Override
	public void close() {
		large.close();
	}
}
