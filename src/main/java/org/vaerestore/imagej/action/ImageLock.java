package org.vaerestore.imagej.action;

import org.vaerestore.job.InputException;

import ij.ImagePlus;

/** ImageJ's lock on an image that is being changed in place. */
final class ImageLock implements AutoCloseable {

	private final ImagePlus image;

	/**
	 * Locks an image.
	 *
	 * @throws InputException if another plugin has it, or the image can't be changed
	 */
	ImageLock(final ImagePlus image) {
		if (image.getStack().isVirtual()) throw new InputException("\"" + image.getTitle() + "\" is a virtual stack, whose " +
			"pixels stay on disk and can't be changed in place; use output=new, or duplicate it first.");
		if (!image.lockSilently()) throw new InputException("\"" + image.getTitle() + "\" is in use by another command " +
			"(locked); wait until that is done, then try again.");
		this.image = image;
	}

	@Override
	public void close() {
		image.unlock();
	}
}
