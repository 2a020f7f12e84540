package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.VirtualZarr;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;

import ij.ImagePlus;

/** What of an image Restore restores: what its overlay marks, or a mask that is named. */
final class RestoredMask {

	private static final String LABELS = "labels/";

	static final Option.PathName MASK = new Option.PathName("mask", "Mask (empty: the overlay)", "A mask to take instead of the image's overlay: " +
		"an image, not black where to restore, or labels/NAME, a label image of the OME-Zarr that is worked on.", false,
		"the path of an image, or labels/NAME");
	static final Option.Choice INVERT = new Option.Choice("invert", "Invert mask", "Whether that mask marks what is to be kept instead.", List.of(
		ResultOptions.NO, ResultOptions.YES), ResultOptions.NO);

	private RestoredMask() {}

	static boolean isGiven(final Values values) {
		return values.path(MASK).isPresent();
	}

	/** Fails early if values don't go with the mask. */
	static void check(final Values values) {
		if (isGiven(values) && values.is(ResultOptions.APPLY, ResultOptions.IMAGES)) throw new InputException(
			"The mask of mask= is for one image; use apply=stack, or leave mask= out.");
		if (!isGiven(values) && inverts(values)) throw new InputException(
			"The value invert=yes is for mask=; VAE Select ROI as Mask turns the mask of the overlay round.");
	}

	/** Returns what to call the mask of an image. */
	static String name(final ImagePlus image, final Values values) {
		return isGiven(values) ? values.text(MASK) : MaskAction.name(image);
	}

	/** Returns how to turn it round. */
	static String remedy(final Values values) {
		return !isGiven(values) ? MaskAction.REMEDY : inverts(values) ? "invert=no" : "invert=yes";
	}

	static Mask of(final ImagePlus image, final Values values) {
		final Optional<Path> path = values.path(MASK);
		if (path.isEmpty()) return MaskOf.image(image);
		final Optional<String> label = label(values);
		return label.isPresent() ? Mask.readLabel(zarr(image, values), label.get(), image, inverts(values)) : Mask.read(path.get(), image, inverts(
			values));
	}

	static Mask of(final InputRows input, final Values values) {
		final LargeImage image = input.large();
		final Optional<Path> path = values.path(MASK);
		if (path.isPresent()) {
			final Optional<String> label = label(values);
			return label.isPresent() ? Mask.readLabel(zarr(input.shown(), values), label.get(), image, inverts(values)) : Mask.read(path.get(),
				image, inverts(values));
		}
		// An outline has no overlay of the size of its image.
		return ImageAxes.of(input.shown()).equals(image.axes()) ? MaskOf.image(input.shown()) : new Mask(image.axes(), List.of(PlaneMask.none(image
			.axes().width(), image.axes().height())));
	}

	private static boolean inverts(final Values values) {
		return values.is(INVERT, ResultOptions.YES);
	}

	private static Optional<String> label(final Values values) {
		final String mask = values.text(MASK).strip().replace('\\', '/');
		return mask.startsWith(LABELS) ? Optional.of(mask.substring(LABELS.length())) : Optional.empty();
	}

	private static Path zarr(final ImagePlus image, final Values values) {
		return values.path(InputImage.INPUT).or(() -> VirtualZarr.path(image)).orElseThrow(() -> new InputException("\"" + image.getTitle() +
			"\" is from no OME-Zarr that could have " + values.text(MASK) + "; give the path of a mask."));
	}
}
