package org.vaerestore.imagej.mask;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneOutline;
import org.vaerestore.imagej.SyntheticPixels;
import org.vaerestore.tiles.PlaneMask;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/**
 * The mask that belongs to an image: filled regions of its overlay, which ImageJ saves with the image as TIFF.
 * <p>
 * One element without a position if all planes have the same mask, else one for each plane that has any. The rest of the
 * overlay is left alone.
 * </p>
 */
public final class MaskOverlay {

	private static final Color COLOUR = new Color(255, 96, 0, 110);

	private MaskOverlay() {}

	/** Returns the mask of an image, nothing if it has none. */
	public static Optional<Mask> of(final ImagePlus image) {
		return named(image, Mask.NAME);
	}

	/** Returns the pixels that are marked as restored in a result, nothing if none is. */
	public static Optional<Mask> restored(final ImagePlus result) {
		return named(result, SyntheticPixels.NAME);
	}

	/** Gives an image a mask instead of the one that it had; one without a pixel takes that away. */
	public static void put(final ImagePlus image, final Mask mask) {
		final Overlay overlay = without(image);
		if (isSame(mask)) add(overlay, mask.plane(0), null);
		else for (int plane = 0; plane < mask.axes().planes(); plane++)
			add(overlay, mask.plane(plane), position(image, plane));
		image.setOverlay(overlay.size() == 0 ? null : overlay);
	}

	/** Takes the mask of an image away. */
	public static void remove(final ImagePlus image) {
		if (image.getOverlay() == null) return;
		final Overlay overlay = without(image);
		image.setOverlay(overlay.size() == 0 ? null : overlay);
	}

	/** Returns whether an element of an overlay is a part of a mask. */
	public static boolean isMask(final Roi element) {
		return Mask.NAME.equals(element.getName());
	}

	private static Optional<Mask> named(final ImagePlus image, final String name) {
		final Overlay overlay = image.getOverlay();
		if (overlay == null) return Optional.empty();
		final List<Roi> elements = Arrays.stream(overlay.toArray()).filter(element -> name.equals(element.getName())).toList();
		return elements.isEmpty() ? Optional.empty() : Optional.of(mask(image, elements));
	}

	private static Mask mask(final ImagePlus image, final List<Roi> elements) {
		final ImageAxes axes = ImageAxes.of(image);
		final RoiPlanes planes = new RoiPlanes(image);
		if (elements.size() == 1 && !RoiPlanes.hasPosition(elements.get(0))) return new Mask(axes, List.of(RoiPixels.of(
			elements.get(0), axes.width(), axes.height())));
		final MaskPlanes masks = new MaskPlanes(axes);
		for (final Roi element : elements)
			masks.add(planes.of(element).orElseGet(planes::all), RoiPixels.of(element, axes.width(), axes.height()));
		return masks.mask();
	}

	private static boolean isSame(final Mask mask) {
		for (int plane = 1; plane < mask.axes().planes(); plane++)
			if (!mask.plane(0).equals(mask.plane(plane))) return false;
		return true;
	}

	private static Overlay without(final ImagePlus image) {
		final Overlay left = new Overlay();
		if (image.getOverlay() != null) for (final Roi element : image.getOverlay())
			if (!isMask(element)) left.add(element);
		return left;
	}

	private static void add(final Overlay overlay, final PlaneMask plane, final int[] position) {
		final Roi outline = PlaneOutline.of(plane);
		if (outline == null) return;
		outline.setName(Mask.NAME);
		outline.setFillColor(COLOUR);
		if (position != null && position.length == 1) outline.setPosition(position[0]);
		else if (position != null) outline.setPosition(position[0], position[1], position[2]);
		overlay.add(outline);
	}

	private static int[] position(final ImagePlus image, final int plane) {
		return image.isHyperStack() ? image.convertIndexToPosition(plane + 1) : new int[] { plane + 1 };
	}
}
