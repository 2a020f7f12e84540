package org.vaerestore.imagej.action;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ResultImage;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Two images whose values can be compared as PSNR and SSIM do, from 0 on: those that ImageJ shows where it shows others
 * than it stores, and raised where those go below 0, as CT numbers do.
 *
 * @param image to be measured
 * @param reference of the same axes
 * @param raised by how much both have been raised, 0 or more
 */
record ComparedImages(ImagePlus image, ImagePlus reference, double raised) {

	private static final double BYTE_RANGE = 255;

	/**
	 * Makes two images comparable.
	 *
	 * @throws InputException if their axes differ
	 */
	static ComparedImages of(final ImagePlus image, final ImagePlus reference) {
		requireSameAxes(image, reference);
		if (isByte(image) || isByte(reference)) return new ComparedImages(image, reference, 0);
		final boolean shown = image.getCalibration().calibrated() || reference.getCalibration().calibrated();
		if (!shown && lowest(reference) >= 0) return new ComparedImages(image, reference, 0);
		final ImagePlus values = ResultImage.floatCopyOf(image, image.getTitle());
		final ImagePlus truth = ResultImage.floatCopyOf(reference, reference.getTitle());
		final double raised = Math.max(0, -lowest(truth));
		raise(values, raised);
		raise(truth, raised);
		return new ComparedImages(values, truth, raised);
	}

	/**
	 * Returns the largest value that a pixel can have, as far as the images tell.
	 *
	 * @throws InputException if the reference is 0 everywhere
	 */
	double range() {
		if (isByte(image) || isByte(reference)) return BYTE_RANGE;
		double largest = 0;
		for (int plane = 1; plane <= reference.getStackSize(); plane++) {
			final ImageProcessor values = reference.getStack().getProcessor(plane);
			for (int pixel = 0; pixel < values.getPixelCount(); pixel++)
				if (Float.isFinite(values.getf(pixel))) largest = Math.max(largest, values.getf(pixel));
		}
		if (!(largest > 0)) throw new InputException("The values of the reference \"" + reference.getTitle() + "\" don't " +
			"differ, so the range isn't known; give range=.");
		return largest;
	}

	private static boolean isByte(final ImagePlus image) {
		return image.getBitDepth() == 8 || image.getBitDepth() == 24;
	}

	private static double lowest(final ImagePlus image) {
		double lowest = Double.POSITIVE_INFINITY;
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final ImageProcessor values = image.getStack().getProcessor(plane);
			for (int pixel = 0; pixel < values.getPixelCount(); pixel++)
				if (Float.isFinite(values.getf(pixel))) lowest = Math.min(lowest, values.getf(pixel));
		}
		return lowest;
	}

	private static void raise(final ImagePlus image, final double by) {
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final ImageProcessor values = image.getStack().getProcessor(plane);
			for (int pixel = 0; pixel < values.getPixelCount(); pixel++)
				values.setf(pixel, (float) (values.getf(pixel) + by));
		}
	}

	private static void requireSameAxes(final ImagePlus image, final ImagePlus reference) {
		final ImageAxes axes = ImageAxes.of(image);
		final ImageAxes other = ImageAxes.of(reference);
		if (!axes.equals(other)) throw new InputException("\"" + image.getTitle() + "\" has " + axes.describe() + (axes.rgb()
			? ", RGB" : "") + ", but the reference \"" + reference.getTitle() + "\" has " + other.describe() + (other.rgb()
				? ", RGB" : "") + "; both must be of the same size and axes.");
	}
}
