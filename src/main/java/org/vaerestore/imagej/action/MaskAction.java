package org.vaerestore.imagej.action;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.imagej.ResultImage;
import org.vaerestore.imagej.SyntheticPixels;
import org.vaerestore.imagej.mask.BadPixels;
import org.vaerestore.imagej.mask.MaskGrowth;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.imagej.mask.MaskSource;
import org.vaerestore.imagej.mask.SaturatedPixels;
import org.vaerestore.imagej.mask.Scratches;
import org.vaerestore.imagej.window.RegionPreview;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

/** Marks what is to be restored: as the image's mask, a coloured overlay that belongs to it. */
final class MaskAction implements Action {

	private static final String SELECTION = "selection", MANAGER = "roi-manager", OVERLAY = "overlay", THRESHOLD =
		"threshold", IMAGE = "mask-image", BAD = "bad-pixels", SATURATED = "saturated", SCRATCHES = "scratches", PRESENT =
			"present-mask";
	private static final String CURRENT = "current", ALL = "all";
	private static final double HALF = 50;
	private static final String REPLACE = "replace", ADD = "add", SUBTRACT = "subtract";

	static final Option.Choice SOURCE = new Option.Choice("source", "Source", "Where the mask comes from: the selection, " +
		"all of the ROI Manager, the overlay, the threshold, another image (not black where to restore), found automatically " +
		"(hot and dead pixels, saturated pixels, scratches), or the mask that is there, to grow or show it.", List.of(
			SELECTION, MANAGER, OVERLAY, THRESHOLD, IMAGE, BAD, SATURATED, SCRATCHES, PRESENT), SELECTION);
	static final Option.ImageName IMAGE_NAME = new Option.ImageName("image", "Image of mask", "The image for " +
		"source=mask-image.", false);
	static final Option.Choice SCOPE = new Option.Choice("scope", "Scope", "The current slice with all its channels, or all " +
		"slices; regions with a position of their own go there.", List.of(CURRENT, ALL), CURRENT);
	static final Option.Number GROW = new Option.Number("grow", "Grow by", "By how many pixels to grow what was found; " +
		"negative to shrink.", "pixels", -100, 100, false, 0);
	static final Option.Choice COMBINE = new Option.Choice("combine", "Combine", "Replace the image's mask, add to it, or " +
		"subtract from it.", List.of(REPLACE, ADD, SUBTRACT), REPLACE);
	static final Option.Choice INVERT = new Option.Choice("invert", "Invert", "Whether the source marks what is to be kept " +
		"instead, on the slices it is for.", List.of("no", "yes"), "no");
	static final Option.Number SENSITIVITY = new Option.Number("sensitivity", "Sensitivity", "How far hot and dead pixels and " +
		"scratches must stand out to be found, in standard deviations of their surroundings.", "SD", 0.1, 1000, false, 8);
	static final Option.Number WIDTH = new Option.Number("width", "Width of scratches", "The width of scratches to look for.",
		"pixels", 1, 100, false, 3);
	static final Option.Choice POLARITY = Option.Choice.of("polarity", "Polarity of scratches", "Scratches brighter or darker " +
		"than their surroundings, or both.", Scratches.Polarity.BOTH);
	static final Option.Choice SHOW = new Option.Choice("show", "Show", "The mask as an overlay alone, or as a mask image too " +
		"(255 = restore), to be edited and read back with source=mask-image.", List.of("overlay", "image"), "overlay");

	/** How to invert the mask that an image has. */
	static final String REMEDY = "VAE Select ROI as Mask with source=present-mask and invert=yes";

	@Override
	public String label() {
		return "VAE Select ROI as Mask";
	}

	@Override
	public String section() {
		return "Select ROI as Mask";
	}

	@Override
	public List<Option> options() {
		return List.of(SOURCE, IMAGE_NAME, SCOPE, INVERT, GROW, COMBINE, SENSITIVITY, WIDTH, POLARITY, SHOW);
	}

	@Override
	public Values proposal(final ImagePlus image, final Session session) {
		final Values values = Values.defaults(options());
		return image.getRoi() == null && MaskOverlay.of(image).isPresent() ? values.with(SOURCE, PRESENT) : values;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		final Mask before = MaskOf.image(image);
		final Mask after = after(image, values);
		final double share = 100.0 * after.count() / ((double) image.getWidth() * image.getHeight() * image.getStackSize());
		return String.format(Locale.ROOT, "Marked: %,d pixels now, %,d after OK (%.2f %% of the image%s).", before.count(), after
			.count(), share, share > HALF ? "; the wrong way round? Then invert" : "");
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		final Mask mask = after(image, values);
		if (mask.count() > 0) mask.requireSense(name(image));
		host.log(MaskShare.describe(mask, name(image), REMEDY));
		MaskOverlay.put(image, mask);
		image.setHideOverlay(false);
		image.updateAndDraw();
		if (values.is(SHOW, "image")) host.show(ResultImage.of(mask, "mask of " + image.getTitle(), image));
	}

	/** Returns what to call the mask of an image. */
	static String name(final ImagePlus image) {
		return "of \"" + image.getTitle() + "\"";
	}

	private static Mask after(final ImagePlus image, final Values values) {
		final PlaneCut scope = values.is(SCOPE, CURRENT) ? PlaneCut.current(image) : PlaneCut.whole(image);
		final Mask found = values.is(SOURCE, PRESENT) ? present(image) : source(image, values).mask(image, scope);
		final Mask chosen = values.is(INVERT, "yes") ? found.invertedIn(scope.planes()) : found;
		final Mask grown = MaskGrowth.grow(chosen, values.number(GROW));
		switch (values.text(COMBINE)) {
			case ADD:
				return MaskOf.image(image).with(grown);
			case SUBTRACT:
				return MaskOf.image(image).without(grown);
			default:
				return grown;
		}
	}

	private static Mask present(final ImagePlus image) {
		return MaskOverlay.of(image).orElseThrow(() -> new InputException("\"" + image.getTitle() + "\" has no mask yet; " +
			"choose another source."));
	}

	private static MaskSource source(final ImagePlus image, final Values values) {
		switch (values.text(SOURCE)) {
			case SELECTION:
				if (image.getRoi() == null) throw new InputException("There is no selection on \"" + image.getTitle() +
					"\". Draw around what is damaged, or choose another source.");
				return new MaskSource.Regions(List.of(image.getRoi()), "selection");
			case MANAGER:
				return regions(managed(), "ROI Manager", "The ROI Manager is empty; add selections to it (Edit > Selection > Add " +
					"to Manager).");
			case OVERLAY:
				return regions(overlay(image), "overlay", "\"" + image.getTitle() + "\" has no overlay but what this suite drew; " +
					"add selections to it (Image > Overlay > Add Selection...).");
			case THRESHOLD:
				return new MaskSource.Threshold();
			case IMAGE:
				final String name = values.text(IMAGE_NAME);
				return NamedImage.file(name).<MaskSource> map(MaskSource.MaskFile::new).orElseGet(() -> new MaskSource.MaskImage(
					NamedImage.find(name, IMAGE_NAME)));
			case BAD:
				return new MaskSource.Found(new BadPixels(values.number(SENSITIVITY)));
			case SATURATED:
				return new MaskSource.Found(new SaturatedPixels());
			default:
				return new MaskSource.Found(new Scratches(values.number(WIDTH), values.number(SENSITIVITY), values.constant(
					POLARITY, Scratches.Polarity.class)));
		}
	}

	private static MaskSource regions(final List<Roi> rois, final String name, final String none) {
		if (rois.isEmpty()) throw new InputException(none);
		return new MaskSource.Regions(rois, name);
	}

	private static List<Roi> managed() {
		// ImageJ would try to make one, and fail.
		if (GraphicsEnvironment.isHeadless() && RoiManager.getRawInstance() == null) throw new InputException(
			"Without a display ImageJ has no ROI Manager; add the selections to the overlay (Overlay.addSelection) and use " +
				"source=overlay.");
		final RoiManager manager = RoiManager.getInstance2();
		return manager == null ? List.of() : List.of(manager.getRoisAsArray());
	}

	private static List<Roi> overlay(final ImagePlus image) {
		return image.getOverlay() == null ? List.of() : Arrays.stream(image.getOverlay().toArray()).filter(
			element -> !MaskOverlay.isMask(element) && !SyntheticPixels.NAME.equals(element.getName()) && !RegionPreview.NAME.equals(
				element.getName())).toList();
	}
}
