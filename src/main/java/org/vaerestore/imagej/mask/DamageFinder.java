package org.vaerestore.imagej.mask;

import ij.ImagePlus;

/** Finds damage of one kind in a plane. */
public interface DamageFinder {

	/** Returns what it finds, in the plural, for messages. */
	String name();

	/**
	 * Finds the damage of a plane.
	 *
	 * @param values row by row, as stored; NaN counts as no damage
	 * @return true where damaged
	 */
	boolean[] find(float[] values, int width, int height);

	/** Returns this finder with what it needs to know of all planes of an image. */
	default DamageFinder preparedFor(final ImagePlus image) {
		return this;
	}
}
