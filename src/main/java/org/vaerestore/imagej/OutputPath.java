package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.vaerestore.file.FileFailure;
import org.vaerestore.file.LinkTarget;
import org.vaerestore.blocks.Planning;
import org.vaerestore.file.ReplacedFile;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.store.Stores;

/** Checks, before hours of work, that their result can be written. */
public final class OutputPath {

	private OutputPath() {}

	/**
	 * Checks that a file can be created or replaced at a path; leaves nothing behind.
	 *
	 * @param path where the file will be written
	 * @throws InputException if it can't be written there, saying why
	 */
	public static void requireWritable(final Path path) {
		if (Files.isDirectory(path)) throw new InputException("The output path " + path +
			" is a folder; give the path of a file.");
		if (Files.exists(path) && !Files.isRegularFile(path)) throw new InputException("The output path " + path +
			" is not a file; give another path.");
		if (Files.exists(path) && !Files.isWritable(path)) throw new InputException("The file " + path +
			" is write-protected; choose another path or allow writing.");
		final Path folder = folderOf(path);
		if (!Files.isDirectory(folder)) throw new InputException("The folder " + folder +
			" of the output file doesn't exist; create it or choose another path.");
		try {
			ReplacedFile.tryFolder(folder);
		}
		catch (final IOException | SecurityException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			throw new InputException("Nothing can be written to the folder " + folder + " (" + reason(e) +
				"); choose another path or allow writing.", e);
		}
	}

	/**
	 * Checks that an image can be written to a path, as {@link #requireWritable(Path)}, and that its extension names a
	 * format that keeps every value.
	 *
	 * @throws InputException if not, saying why
	 */
	public static void requireWritableImage(final Path path) {
		final String extension = extension(path);
		if (ZarrImage.isOutput(path)) {
			// Where a job was begun, it may be gone on with.
			if (!ZarrLocation.isRemote(path) && !Planning.isThere(path.toString(), Stores.local())) ZarrFile.requireWritable(path);
			return;
		}
		if (extension.equals("jpg") || extension.equals("jpeg")) throw new InputException("The output path " + path +
			" asks for JPEG, which changes pixels that must stay as they are; use .tif, .ome.zarr, or .png for one plane of 8-bit or RGB.");
		if (!extension.equals("tif") && !extension.equals("tiff") && !extension.equals("png")) throw new InputException(
			"The output path " + path + " has no extension that says an image format; use .tif, .ome.zarr, or .png for one plane " +
				"of 8-bit or RGB.");
		requireWritable(path);
	}

	/**
	 * Makes sure that a folder exists and can be written to.
	 *
	 * @throws InputException if it can't be created or written to, saying why
	 */
	public static void requireFolder(final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder)) throw new InputException("The output path " + folder +
			" is a file; give the path of a folder.");
		try {
			Files.createDirectories(folder);
			ReplacedFile.tryFolder(folder);
		}
		catch (final IOException | SecurityException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			throw new InputException("Nothing can be written to the folder " + folder + " (" + reason(e) +
				"); choose another path or allow writing.", e);
		}
	}

	/** Returns the part of the file name behind its last dot, in lower case; empty if there is no dot. */
	static String extension(final Path path) {
		final String name = path.getFileName() == null ? "" : path.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	/** Returns the folder that a file is or will be in; that of the link's target for a symbolic link. */
	private static Path folderOf(final Path path) {
		try {
			return LinkTarget.of(path).getParent();
		}
		catch (final IOException e) {
			throw new InputException("The output path " + path + " can't be used (" + reason(e) + "); choose another path.", e);
		}
	}

	/** Returns what an exception of the file system says, without the path that it repeats. */
	static String reason(final Exception e) {
		return FileFailure.reason(e);
	}
}
