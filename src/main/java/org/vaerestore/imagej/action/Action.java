package org.vaerestore.imagej.action;

import java.awt.Rectangle;
import java.util.List;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

import ij.ImagePlus;

/** A command of the menu. */
public interface Action {

	/** Returns the label in the menu, which is also the command's name in macros. */
	String label();

	/** Returns the heading of the manual's section about it. */
	String section();

	/** Returns what it asks for, in the order of the dialog; empty if it asks for nothing. */
	List<Option> options();

	/** Returns whether it can't do without an open image. */
	default boolean needsImage() {
		return true;
	}

	/**
	 * Checks that there is an image if it needs one.
	 *
	 * @param image the active one, or null
	 * @throws InputException if it is missing
	 */
	default void requireImage(final ImagePlus image) {
		if (image == null && needsImage()) throw new InputException(
			"There is no image open. Open one (or VAE Open Sample), then run " + label() + " again.");
	}

	/**
	 * Returns the values to begin a dialog with.
	 *
	 * @param image the active one, null if there is none
	 */
	default Values proposal(final ImagePlus image, final Session session) {
		return Values.defaults(options());
	}

	/**
	 * Tells what the values amount to, for a dialog to show below its fields: what will be done, what it takes, what is
	 * missing. May take seconds, so it isn't called on the event thread.
	 *
	 * @return a few lines, or nothing
	 */
	default String advice(final ImagePlus image, final Values values, final Session session) {
		return "";
	}

	/** Returns whether it has a {@link #preview}. */
	default boolean canPreview() {
		return false;
	}

	/**
	 * Does to a part of an image what {@link #run} would do to all of it.
	 *
	 * @param image the active one, never changed
	 * @param region the part of its current plane to show, within the plane
	 * @return a plane of the region's size and the image's type, or a stack of alternatives
	 * @throws InputException if the values allow no preview
	 */
	default ImagePlus preview(final ImagePlus image, final Rectangle region, final Values values, final Session session,
		final Progress progress)
	{
		throw new InputException(label() + " has no preview.");
	}

	/**
	 * Does it.
	 *
	 * @param image the active one; null if there is none and {@link #needsImage} is false
	 * @param values of all options
	 * @param host where results and messages go
	 * @throws InputException with a message for the user
	 * @throws org.vaerestore.job.CancelledException if the user cancelled it
	 */
	void run(ImagePlus image, Values values, Host host);
}
