package org.vaerestore.imagej.mask;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;

import ij.ImagePlus;

/** A mask under construction, of one plane for each of an image. */
final class MaskPlanes {

	private final ImageAxes axes;
	private final PlaneMask[] planes;

	MaskPlanes(final ImageAxes axes) {
		this.axes = axes;
		planes = new PlaneMask[axes.planes()];
		Arrays.fill(planes, PlaneMask.none(axes.width(), axes.height()));
	}

	/** Adds pixels to some of the planes. */
	void add(final List<Integer> which, final PlaneMask pixels) {
		for (final int plane : which)
			planes[plane] = planes[plane].or(pixels);
	}

	Mask mask() {
		return new Mask(axes, Arrays.asList(planes));
	}

	/** Returns what a mask marks on the planes of a scope; see {@link #found}. */
	static Mask within(final PlaneCut scope, final Mask mask, final ImagePlus image, final String otherwise) {
		final MaskPlanes planes = new MaskPlanes(mask.axes());
		for (final int plane : scope.planes())
			planes.add(List.of(plane), mask.plane(plane));
		return planes.found(image, otherwise);
	}

	/**
	 * Returns the mask.
	 *
	 * @param otherwise what to say, without the image's name, if it has no pixel
	 */
	Mask found(final ImagePlus image, final String otherwise) {
		final Mask mask = mask();
		if (mask.count() == 0) throw new InputException(otherwise + " in \"" + image.getTitle() +
			"\"; there is nothing to mark.");
		return mask;
	}
}
