package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Path;

import org.vaerestore.job.InputException;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;

/** Opens TIFF files: whole, or plane by plane if they'd take too much of the heap. */
final class TiffFile {

	private static final int HEAP_SHARE = 4;

	private TiffFile() {}

	static synchronized ImagePlus open(final Path path) {
		final boolean redirecting = IJ.redirectingErrorMessages();
		try {
			IJ.redirectErrorMessages(true);
			final FileInfo[] entries = decode(path);
			for (final FileInfo entry : entries)
				RawExtent.require(entry, path);
			final boolean large = isLarge(bytes(entries)) && planes(entries) > 1;
			final String absolute = path.toAbsolutePath().toString();
			final ImagePlus image = large ? FileInfoVirtualStack.openVirtual(absolute) : openWhole(absolute);
			if (image == null || image.getWidth() == 0) throw ImageReader.unreadable(path, IJ.getErrorMessage(), null);
			requireAllPlanes(image, entries, path);
			image.setTitle(path.getFileName().toString());
			return image;
		}
		catch (final InputException e) {
			throw e;
		}
		// ImageJ's reader throws whatever a damaged file leads it to.
		catch (final RuntimeException e) {
			throw ImageReader.unreadable(path, e.getMessage(), e);
		}
		catch (final OutOfMemoryError e) {
			throw ImageReader.tooLarge(path, e);
		}
		finally {
			IJ.redirectErrorMessages(redirecting);
		}
	}

	/** Returns whether pixels would take so much of the heap that they are better read when they are needed. */
	static boolean isLarge(final long bytes) {
		return bytes > Runtime.getRuntime().maxMemory() / HEAP_SHARE;
	}

	private static ImagePlus openWhole(final String absolute) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		return opener.openImage(absolute);
	}

	static FileInfo[] decode(final Path path) {
		final Path absolute = path.toAbsolutePath();
		try {
			final FileInfo[] entries = new TiffDecoder(absolute.getParent().toString(), absolute.getFileName().toString())
				.getTiffInfo();
			if (entries == null || entries.length == 0) throw ImageReader.unreadable(path, "no image in it", null);
			for (final FileInfo entry : entries)
				if (entry.width <= 0 || entry.height <= 0) throw ImageReader.unreadable(path, "an image of " + entry.width +
					" x " + entry.height + " pixels", null);
			return entries;
		}
		catch (final IOException e) {
			throw ImageReader.unreadable(path, e.getMessage(), e);
		}
	}

	private static int planes(final FileInfo[] entries) {
		return entries.length > 1 ? entries.length : Math.max(1, entries[0].nImages);
	}

	private static long bytes(final FileInfo[] entries) {
		return (long) entries[0].width * entries[0].height * entries[0].getBytesPerPixel() * planes(entries);
	}

	// A damaged entry in the middle makes ImageJ return the planes before it.
	private static void requireAllPlanes(final ImagePlus image, final FileInfo[] entries, final Path path) {
		if (entries.length > 1 && image.getStackSize() > 1 && image.getStackSize() < entries.length)
			throw new InputException("The file " + path + " is damaged: " + image.getStackSize() + " of its " +
				entries.length + " planes can be read; give another copy of it.");
	}
}
