package org.vaerestore.sample;

import org.vaerestore.job.InputException;

/**
 * Which sample to make.
 *
 * @param width pixels, 32 to 8192
 * @param height pixels, 32 to 8192
 * @param slices optical sections, at least 1; they are near enough to each other to look alike
 * @param seed of the specimen, the noise and the damage; the same settings give the same sample
 */
public record SampleSettings(int width, int height, int slices, long seed) {

	private static final long MAX_PIXELS = 1L << 26;

	/** Checks the values. */
	public SampleSettings {
		if (width < 32 || height < 32 || width > 8192 || height > 8192) throw new InputException("The sample is " + width +
			" x " + height + " pixels; both must be from 32 to 8192.");
		if (slices < 1) throw new InputException("The sample has " + slices + " slices; it must have at least 1.");
		final long pixels = (long) width * height * (slices + 2L * Volume.MARGIN);
		if (pixels > MAX_PIXELS) throw new InputException("A sample of " + width + " x " + height + " pixels and " +
			slices + " slices is too large. Use fewer slices or a smaller width and height.");
	}

	/** Returns the settings of the usual sample: 8 slices of 256 x 256 pixels. */
	public static SampleSettings defaults() {
		return new SampleSettings(256, 256, 8, 1);
	}

	/** Returns these settings for another specimen. */
	public SampleSettings withSeed(final long newSeed) {
		return new SampleSettings(width, height, slices, newSeed);
	}
}
