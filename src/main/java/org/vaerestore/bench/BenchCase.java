package org.vaerestore.bench;

import org.vaerestore.imagej.Mask;

import ij.ImagePlus;

/**
 * One image to restore or enhance, and its truth.
 *
 * @param image what to call it
 * @param kind of the damage, null if there is none
 * @param input what the program gets: one plane, or a stack
 * @param mask what is damaged, of the input; null if nothing is
 * @param plane the plane of the input that is measured, counted from 0
 * @param truth what that plane should be, one plane, from 0 to 255
 * @param training what weights are trained on, but for what is damaged in the input; mostly the input itself
 */
record BenchCase(String image, String kind, ImagePlus input, Mask mask, int plane, ImagePlus truth,
	ImagePlus training)
{

	/** Makes a case in which weights are trained on the input. */
	BenchCase(final String image, final String kind, final ImagePlus input, final Mask mask, final int plane,
		final ImagePlus truth)
	{
		this(image, kind, input, mask, plane, truth, input);
	}
}
