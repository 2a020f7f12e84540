package org.vaerestore.imagej.action;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.vaerestore.imagej.ImageReader;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.WindowManager;

/** Images that are named in a macro: open ones by their title, others by their path. */
final class NamedImage {

	private NamedImage() {}

	/**
	 * Finds an image.
	 *
	 * @param option whose value the name is, for messages
	 * @throws InputException if there is none of that name
	 */
	static ImagePlus find(final String name, final Option option) {
		final ImagePlus open = WindowManager.getImage(name);
		if (open != null) return open;
		if (name.isBlank() || name.equals(Option.ImageName.NONE)) throw new InputException("No image is chosen for \"" +
			option.label() + "\"; open one and choose it, or in a macro write " + option.key() + "=[" + option.valid() + "].");
		if (isFile(name)) return ImageReader.read(Path.of(name));
		throw new InputException("There is no open image and no file named \"" + name + "\"; give " + option.key() + "=[" +
			option.valid() + "].");
	}

	/** Returns the file that a name stands for, unless it is the title of an open image. */
	static Optional<Path> file(final String name) {
		return WindowManager.getImage(name) == null && isFile(name) ? Optional.of(Path.of(name)) : Optional.empty();
	}

	private static boolean isFile(final String name) {
		try {
			return Files.exists(Path.of(name));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}
}
