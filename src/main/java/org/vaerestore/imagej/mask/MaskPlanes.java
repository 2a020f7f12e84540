package org.vaerestore.imagej.mask;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.job.InputException;

import ij.ImagePlus;

/** Masks under construction. */
final class MaskPlanes {

	private MaskPlanes() {}

	static List<boolean[]> empty(final ImageAxes axes) {
		final List<boolean[]> planes = new ArrayList<>();
		for (int plane = 0; plane < axes.planes(); plane++)
			planes.add(new boolean[axes.width() * axes.height()]);
		return planes;
	}

	static void add(final boolean[] to, final boolean[] more) {
		for (int pixel = 0; pixel < to.length; pixel++)
			to[pixel] |= more[pixel];
	}

	/** Returns what a mask marks on the planes of a scope; see {@link #found}. */
	static Mask within(final PlaneCut scope, final Mask mask, final ImagePlus image, final String otherwise) {
		final List<boolean[]> planes = empty(mask.axes());
		for (final int plane : scope.planes())
			add(planes.get(plane), mask.plane(plane));
		return found(image, planes, otherwise);
	}

	/**
	 * Returns the mask.
	 *
	 * @param otherwise what to say, without the image's name, if it has no pixel
	 */
	static Mask found(final ImagePlus image, final List<boolean[]> planes, final String otherwise) {
		final Mask mask = new Mask(ImageAxes.of(image), planes);
		if (mask.count() == 0) throw new InputException(otherwise + " in \"" + image.getTitle() +
			"\"; there is nothing to mark.");
		return mask;
	}
}
