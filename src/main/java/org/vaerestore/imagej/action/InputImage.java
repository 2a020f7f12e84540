package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.VirtualZarr;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

/** What Restore and Enhance work on: the active image, or one that is named. */
final class InputImage {

	static final Option.PathName INPUT = new Option.PathName("input", "Input (empty: active image)", "An OME-Zarr, or the file of another " +
		"image, to work on instead of the active image.", true, "the path of an OME-Zarr or of a file");

	private InputImage() {}

	static boolean isGiven(final Values values) {
		return values.path(INPUT).isPresent();
	}

	/** Fails early if values don't go with the input, or there is none. */
	static void check(final ImagePlus active, final Values values, final String label) {
		if (isGiven(values)) {
			if (ResultOptions.inPlace(values)) throw new InputException("What input= names is only read; use output=new, or a path that ends in " +
				".ome.zarr.");
			if (!values.is(ResultOptions.APPLY, ResultOptions.STACK)) throw new InputException("The value apply=" + values.text(ResultOptions.APPLY) +
				" is for open images; use apply=stack with input=.");
			return;
		}
		if (active == null) throw new InputException("There is no image open. Open one (or VAE Open Sample), or name one with input=, then run " +
			label + " again.");
		if (ZarrOutput.of(values).isPresent() && VirtualZarr.isReduced(active)) throw new InputException("\"" + active.getTitle() +
			"\" has a reduced resolution, which is no OME-Zarr of its own; use input=[" + VirtualZarr.path(active).map(Path::toString).orElse("") +
				"] for the full resolution, or output=new.");
	}

	/** Returns the image to work on. */
	static ImagePlus of(final ImagePlus active, final Values values, final Host host) {
		final Optional<Path> path = values.path(INPUT);
		if (path.isPresent()) return ImageReader.isZarr(path.get()) ? VirtualZarr.open(path.get(), OptionalInt.of(0), line -> {}) : ImageReader
			.read(path.get());
		if (VirtualZarr.isReduced(active)) host.log(reduced(active));
		return active;
	}

	/** Returns a line on what there is to work on, in a dialog. */
	static String describe(final ImagePlus active, final Values values) {
		final Optional<Path> path = values.path(INPUT);
		if (path.isEmpty()) return VirtualZarr.isReduced(active) ? reduced(active) + "\n" : "";
		if (!ImageReader.isZarr(path.get())) return "";
		try (LargeImage image = LargeImage.open(path.get()).orElseThrow()) {
			return "Input: " + image.axes().describe() + ".\n";
		}
	}

	private static String reduced(final ImagePlus image) {
		return "\"" + image.getTitle() + "\" has a reduced resolution, and so has what is made of it.";
	}

	/** Fails if a preview, which is of the active image, would be of another one. */
	static void checkPreview(final Values values) {
		if (isGiven(values)) throw new InputException("A preview shows the active image; leave input= empty for it.");
	}
}
