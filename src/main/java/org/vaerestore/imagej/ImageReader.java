package org.vaerestore.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.vaerestore.job.InputException;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
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

	private static final int BIG_TIFF_START = 4, BIG_TIFF = 43;

	private ImageReader() {}

	/**
	 * Opens an image, or a folder of slices as one stack.
	 *
	 * @param path an image of any format that ImageJ opens by itself; an OME-Zarr; or a folder of images of one plane each, all of one
	 *          size and type, which become the stack's slices in natural order of their names
	 * @return the image, never shown
	 * @throws InputException if it is missing, empty, truncated, not an image or not supported
	 */
	public static ImagePlus read(final Path path) {
		return readLayer(path).requireOpaque(path);
	}

	/** Returns whether a path leads to an OME-Zarr, whose pixels need not be read before they are asked for. */
	public static boolean isZarr(final Path path) {
		return ZarrImage.isZarr(path);
	}

	/** Opens an image whose pixels may be transparent; see {@link #read}. */
	static Layer readLayer(final Path path) {
		if (!Files.exists(path)) throw new InputException("There is no file or folder " + path +
			"; check the path.");
		if (!Files.isReadable(path)) throw new InputException("The file " + path +
			" can't be read (access denied); allow reading.");
		if (ZarrImage.isZarr(path)) return Layer.opaque(ZarrImage.read(path));
		return Files.isDirectory(path) ? Layer.opaque(SliceFolder.read(path)) : readFile(path);
	}

	static Layer readFile(final Path path) {
		requireContent(path);
		final int type = fileType(path);
		requireImage(type, path);
		return GuardedReading.of(path, () -> read(type, path));
	}

	private static Layer read(final int type, final Path path) throws IOException {
		switch (type) {
			case Opener.TIFF:
				return TiffFile.open(path);
			case Opener.PNG:
				return PictureFile.read(path, "png");
			case Opener.ZIP:
				return ZippedImage.read(path);
			case Opener.JPEG:
				JpegFile.requireWhole(path);
				return Layer.opaque(open(type, path));
			case Opener.DICOM:
			case Opener.TIFF_AND_DICOM:
				DicomHeader.requireRoom(path);
				final ImagePlus scan = open(type, path);
				if (scan.getOriginalFileInfo() != null) RawExtent.require(scan.getOriginalFileInfo(), path);
				return Layer.opaque(scan);
			case Opener.FITS:
				TextHeader.requireFits(path);
				return Layer.opaque(open(type, path));
			case Opener.PGM:
				TextHeader.requirePgm(path);
				return Layer.opaque(open(type, path));
			case Opener.BMP:
				return PictureFile.read(path, "bmp");
			case Opener.GIF:
				final Layer still = PictureFile.read(path, "gif");
				return still != null ? still : Layer.opaque(PaletteImage.toColours(open(type, path)));
			default:
				return Layer.opaque(open(type, path));
		}
	}

	/** Returns the type of a file as ImageJ numbers them; BigTIFF, which it doesn't know, is TIFF too. */
	static int fileType(final Path path) {
		try (InputStream in = Files.newInputStream(path)) {
			final byte[] start = in.readNBytes(BIG_TIFF_START);
			if (Arrays.equals(start, new byte[] { 'I', 'I', BIG_TIFF, 0 }) || Arrays.equals(start, new byte[] { 'M', 'M', 0, BIG_TIFF }))
				return Opener.TIFF;
		}
		catch (final IOException e) {
			throw new InputException("The file " + path + " can't be read (" + OutputPath.reason(e) + ").", e);
		}
		return new Opener().getFileType(path.toAbsolutePath().toString());
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
	private static synchronized ImagePlus open(final int type, final Path path) {
		final boolean fixedScaling = Prefs.fixedDicomScaling;
		final boolean redirecting = IJ.redirectingErrorMessages();
		try {
			// A rescaled DICOM stays 16-bit with a calibration function instead of going through menus to 32-bit.
			Prefs.fixedDicomScaling = true;
			IJ.redirectErrorMessages(true);
			final String absolute = path.toAbsolutePath().toString();
			final ImagePlus image = type == Opener.AVI ? AVI_Reader.open(absolute, false) : opener().openImage(absolute);
			if (image == null || image.getWidth() == 0 || image.getStackSize() == 0) throw GuardedReading.unreadable(path, IJ
				.getErrorMessage(), null);
			image.setTitle(path.getFileName().toString());
			return image;
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
}
