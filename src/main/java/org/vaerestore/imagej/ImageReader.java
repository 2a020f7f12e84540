package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.AVI_Reader;

/**
 * Opens images from files and folders as ImageJ does, but without a window, a dialog or half an image.
 * <p>
 * What ImageJ shows in a dialog or fills with zeros, such as the missing end of a truncated file, is an
 * {@link InputException} here. Large TIFF stacks are opened as virtual stacks. Formats that need Bio-Formats are not
 * supported.
 * </p>
 */
public final class ImageReader {

	private ImageReader() {}

	/**
	 * Opens an image, or a folder of slices as one stack.
	 *
	 * @param path an image of any format that ImageJ opens by itself; or a folder of images of one plane each, all of one
	 *          size and type, which become the stack's slices in natural order of their names
	 * @return the image, never shown
	 * @throws InputException if it is missing, empty, truncated, not an image or not supported
	 */
	public static ImagePlus read(final Path path) {
		return readLayer(path).requireOpaque(path);
	}

	/** Opens an image whose pixels may be transparent; see {@link #read}. */
	static Layer readLayer(final Path path) {
		if (!Files.exists(path)) throw new InputException("There is no file or folder " + path +
			"; check the path.");
		if (!Files.isReadable(path)) throw new InputException("The file " + path +
			" can't be read (access denied); allow reading.");
		return Files.isDirectory(path) ? Layer.opaque(SliceFolder.read(path)) : readFile(path);
	}

	static Layer readFile(final Path path) {
		requireContent(path);
		final String absolute = path.toAbsolutePath().toString();
		final int type = new Opener().getFileType(absolute);
		requireImage(type, path);
		if (type == Opener.TIFF) return Layer.opaque(TiffFile.open(path));
		if (type == Opener.PNG) return PngFile.read(path);
		if (type == Opener.JPEG) JpegFile.requireWhole(path);
		final ImagePlus image = open(type, absolute, path);
		final FileInfo info = image.getOriginalFileInfo();
		if (info != null && (type == Opener.DICOM || type == Opener.TIFF_AND_DICOM)) RawExtent.require(info, path);
		return Layer.opaque(hasPalette(type) ? PaletteImage.toColours(image) : image);
	}

	private static boolean hasPalette(final int type) {
		return type == Opener.GIF || type == Opener.BMP;
	}

	private static void requireContent(final Path path) {
		try {
			if (Files.size(path) == 0) throw new InputException("The file " + path +
				" is empty (0 bytes); give another copy of it.");
		}
		catch (final IOException e) {
			throw new InputException("The file " + path + " can't be read (" + OutputPath.reason(e) + ").", e);
		}
	}

	private static void requireImage(final int type, final Path path) {
		switch (type) {
			case Opener.TIFF:
			case Opener.DICOM:
			case Opener.TIFF_AND_DICOM:
			case Opener.FITS:
			case Opener.PGM:
			case Opener.JPEG:
			case Opener.GIF:
			case Opener.PNG:
			case Opener.BMP:
			case Opener.ZIP:
			case Opener.AVI:
				return;
			default:
				throw new InputException("The file " + path + " is not an image of a format that ImageJ opens by itself " +
					"(TIFF, PNG, JPEG, GIF, BMP, DICOM, FITS, PGM, zipped TIFF or AVI); save it as TIFF, in Fiji for instance.");
		}
	}

	// ImageJ's settings and its record of errors are global, so one file at a time.
	private static synchronized ImagePlus open(final int type, final String absolute, final Path path) {
		final boolean fixedScaling = Prefs.fixedDicomScaling;
		final boolean redirecting = IJ.redirectingErrorMessages();
		try {
			// A rescaled DICOM stays 16-bit with a calibration function instead of going through menus to 32-bit.
			Prefs.fixedDicomScaling = true;
			IJ.redirectErrorMessages(true);
			final ImagePlus image = type == Opener.AVI ? AVI_Reader.open(absolute, false) : opener().openImage(absolute);
			if (image == null || image.getWidth() == 0 || image.getStackSize() == 0) throw unreadable(path, IJ
				.getErrorMessage(), null);
			image.setTitle(path.getFileName().toString());
			return image;
		}
		catch (final InputException e) {
			throw e;
		}
		// ImageJ's readers throw whatever a damaged file leads them to.
		catch (final RuntimeException e) {
			throw unreadable(path, e.getMessage(), e);
		}
		catch (final OutOfMemoryError e) {
			throw tooLarge(path, e);
		}
		finally {
			IJ.redirectErrorMessages(redirecting);
			Prefs.fixedDicomScaling = fixedScaling;
		}
	}

	private static Opener opener() {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		return opener;
	}

	/** One huge allocation failed, so little is lost by going on; the size may as well be a damaged header's. */
	static InputException tooLarge(final Path path, final OutOfMemoryError cause) {
		return new InputException("The file " + path + " says that it holds an image larger than the memory of Java (" +
			Bytes.describe(Runtime.getRuntime().maxMemory()) + "); give Java more, or another copy if the file is damaged.",
			cause);
	}

	static InputException unreadable(final Path path, final String reason, final Exception cause) {
		final String said = reason == null || reason.isBlank() ? "" : " (" + reason.strip().replaceAll("\\s*\\n\\s*", " ") +
			")";
		return new InputException("The file " + path + " can't be read as an image" + said +
			"; it may be damaged, truncated or of a kind that ImageJ doesn't support. Give another copy, or save it as " +
			"uncompressed TIFF.", cause);
	}
}
