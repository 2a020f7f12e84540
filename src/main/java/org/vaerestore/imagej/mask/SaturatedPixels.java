package org.vaerestore.imagej.mask;

import ij.ImagePlus;

/**
 * Finds pixels at which the detector was at its end: those of the largest value of all planes, if several pixels share it
 * as no signal would, or of the largest value that the type can hold.
 *
 * @param limit the value from which on a pixel is saturated; infinite before it is known
 */
public record SaturatedPixels(double limit) implements DamageFinder {

	/** How many pixels a largest value must have; one pixel always has it. */
	private static final int SHARED = 8;

	/** Creates a finder that looks for the limit itself. */
	public SaturatedPixels() {
		this(Double.POSITIVE_INFINITY);
	}

	@Override
	public String name() {
		return "saturated pixels";
	}

	@Override
	public SaturatedPixels preparedFor(final ImagePlus image) {
		double largest = Double.NEGATIVE_INFINITY;
		long count = 0;
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final var values = image.getStack().getProcessor(plane);
			for (int pixel = 0; pixel < values.getPixelCount(); pixel++) {
				final float value = values.getf(pixel);
				if (value > largest) {
					largest = value;
					count = 0;
				}
				if (value == largest) count++;
			}
		}
		final boolean full = image.getBitDepth() < 32 && largest == Math.pow(2, image.getBitDepth()) - 1;
		return new SaturatedPixels(full || count >= SHARED ? largest : Double.POSITIVE_INFINITY);
	}

	@Override
	public boolean[] find(final float[] values, final int width, final int height) {
		final boolean[] found = new boolean[values.length];
		for (int pixel = 0; pixel < values.length; pixel++)
			found[pixel] = values[pixel] >= limit;
		return found;
	}
}
