package org.vaerestore.imagej.action;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.WindowManager;

/** The images that a command applies to. */
final class Targets {

	private Targets() {}

	/**
	 * Returns the active image, or with {@code apply=images} all open ones that suit.
	 *
	 * @param suits which of the open images are meant
	 * @param which in words, for the message that there is none
	 */
	static List<ImagePlus> of(final ImagePlus active, final Values values, final Predicate<ImagePlus> suits,
		final String which)
	{
		if (!values.is(ResultOptions.APPLY, ResultOptions.IMAGES)) return List.of(active);
		final int[] ids = WindowManager.getIDList();
		final Stream<ImagePlus> open = ids == null ? Stream.of(active) : Arrays.stream(ids).mapToObj(
			WindowManager::getImage);
		final List<ImagePlus> images = open.filter(suits).toList();
		if (images.isEmpty()) throw new InputException("No open image " + which + ".");
		return images;
	}
}
