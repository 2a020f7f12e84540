package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

import ij.ImagePlus;
import ij.process.LUT;

/** Open images that are saved as OME-Zarr. */
public final class SavedZarr {

	private static final int COLOURS = 256;

	private SavedZarr() {}

	/**
	 * Writes an image, row by row.
	 *
	 * @param image any but 8-bit colour; the colours of an RGB image become channels
	 * @param path ends in .zarr, and there is nothing yet
	 * @throws InputException if it can't be written
	 */
	public static void write(final ImagePlus image, final Path path, final Progress progress) {
		requireWritable(path);
		ZarrFile.write(image, path, progress);
	}

	/**
	 * Checks that an OME-Zarr can be written.
	 *
	 * @throws InputException if not, saying why
	 */
	public static void requireWritable(final Path path) {
		if (!ZarrImage.isOutput(path)) throw new InputException("The path " + path + " is no OME-Zarr's; give it a name that ends in .ome.zarr.");
		OutputPath.requireWritableImage(path);
	}

	/** Returns what of an image OME-Zarr has no place for, in a sentence; nothing if it keeps all. */
	public static String left(final ImagePlus image) {
		final List<String> left = new ArrayList<>();
		if (image.getOverlay() != null && image.getOverlay().size() > 0) left.add("the overlay");
		if (hasLabels(image)) left.add("labels of slices");
		if (hasColourTable(image)) left.add("colour tables");
		if (image.getCalibration().calibrated() && !image.getCalibration().isSigned16Bit()) left.add("the calibration of values");
		return left.isEmpty() ? "" : "OME-Zarr keeps pixels, axes, pixel sizes, and colours and ranges of channels, but not " + String.join(", ", left) +
			"; save as TIFF to keep these too.";
	}

	// The labels of the first planes are those of their channels, and kept.
	private static boolean hasLabels(final ImagePlus image) {
		final int channels = ImageAxes.of(image).channels();
		return IntStream.rangeClosed(1, image.getStackSize()).anyMatch(plane -> {
			final String label = image.getStack().getSliceLabel(plane);
			return label != null && !label.equals(image.getStack().getSliceLabel((plane - 1) % channels + 1));
		});
	}

	/** Returns whether an image is displayed by more than shades of a colour, or of grey if there is one channel. */
	private static boolean hasColourTable(final ImagePlus image) {
		return image.getType() != ImagePlus.COLOR_RGB && Arrays.stream(image.getLuts()).anyMatch(table -> !isShades(table, image.isComposite()));
	}

	private static boolean isShades(final LUT table, final boolean coloured) {
		final int brightest = table.getRGB(COLOURS - 1);
		return (coloured || (brightest & 0xffffff) == 0xffffff) && IntStream.range(0, COLOURS).allMatch(i -> IntStream.of(0, 8, 16).allMatch(
			shift -> Math.abs((table.getRGB(i) >> shift & 0xff) - (brightest >> shift & 0xff) * i / (COLOURS - 1)) <= 1));
	}
}
