package org.vaerestore.imagej;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.vaerestore.file.ReplacedFile;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;

/**
 * Writes images to files, each file whole or not at all.
 * <p>
 * TIFF files are as ImageJ writes them, with calibration, labels, lookup tables, overlay and image properties; OME-Zarrs have
 * calibration, channels and how they were made; PNG keeps the pixels alone.
 * </p>
 */
public final class ImageWriter {

	/** Headers, metadata and overlays besides the pixels. */
	private static final long MARGIN = 1 << 16;

	private ImageWriter() {}

	/**
	 * Writes an image as TIFF, or as OME-Zarr or PNG if the path ends so.
	 *
	 * @param image any type for TIFF; one plane of 8-bit or RGB for PNG
	 * @param path ends in .tif, .tiff, .zarr or .png
	 * @throws InputException if the format can't hold the image or the file can't be written
	 */
	public static void write(final ImagePlus image, final Path path) {
		OutputPath.requireWritableImage(path);
		if (ZarrImage.isOutput(path)) {
			ZarrFile.write(image, path, Progress.silent());
			return;
		}
		final long bytes = (long) image.getWidth() * image.getHeight() * image.getStackSize() * image.getBytesPerPixel();
		if (OutputPath.extension(path).equals("png")) {
			requirePng(image, path);
			ReplacedFile.write(path, MARGIN, out -> writePng(image, out));
		}
		else ReplacedFile.write(path, bytes + MARGIN, out -> writeTiff(image, out));
	}

	/**
	 * Checks that a path's format can hold a result of the kind of an image.
	 *
	 * @throws InputException if the path says PNG and the image isn't one plane of 8-bit or RGB
	 */
	public static void requireFormatFor(final ImagePlus image, final Path path) {
		if (OutputPath.extension(path).equals("png")) requirePng(image, path);
	}

	private static void requirePng(final ImagePlus image, final Path path) {
		final int bits = image.getBitDepth();
		if (image.getStackSize() > 1 || bits != 8 && bits != 24) throw new InputException("The output path " + path +
			" asks for PNG, but the image has " + image.getStackSize() + " planes of " + bits +
			" bit; PNG holds one plane of 8-bit or RGB. Use .tif.");
	}

	private static void writeTiff(final ImagePlus image, final OutputStream out) throws IOException {
		final DataOutputStream data = new DataOutputStream(out);
		new TiffEncoder(tiffInfo(image)).write(data);
		data.flush();
	}

	/** Returns all that a TIFF file tells of an image. */
	static FileInfo tiffInfo(final ImagePlus image) {
		final FileSaver saver = new FileSaver(image);
		final FileInfo info = image.getFileInfo();
		if (image.getStack().isVirtual()) info.virtualStack = (VirtualStack) image.getStack();
		info.description = saver.getDescriptionString();
		info.info = image.getInfoProperty();
		info.sliceLabels = labels(image);
		info.overlay = FileSaver.getOverlay(image);
		info.properties = image.getPropertiesAsArray();
		if (image.isComposite()) saver.saveDisplayRangesAndLuts((CompositeImage) image, info);
		return info;
	}

	private static String[] labels(final ImagePlus image) {
		if (image.getStackSize() == 1) {
			final String label = image.getProp("Slice_Label");
			return label == null ? null : new String[] { label };
		}
		final String[] labels = new String[image.getStackSize()];
		boolean any = false;
		for (int plane = 0; plane < labels.length; plane++) {
			labels[plane] = image.getStack().getSliceLabel(plane + 1);
			any |= labels[plane] != null;
		}
		return any ? labels : null;
	}

	private static void writePng(final ImagePlus image, final OutputStream out) throws IOException {
		final int width = image.getWidth();
		final int height = image.getHeight();
		final boolean grey = image.getBitDepth() == 8;
		final BufferedImage picture = new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY
			: BufferedImage.TYPE_INT_RGB);
		picture.getRaster().setDataElements(0, 0, width, height, image.getProcessor().getPixels());
		// ImageIO's own choice of a stream would make a file in the temporary folder.
		try (MemoryCacheImageOutputStream cache = new MemoryCacheImageOutputStream(out)) {
			if (!ImageIO.write(picture, "png", cache)) throw new IOException("this Java can't write PNG");
		}
	}
}
