package org.vaerestore.imagej;

import java.util.Arrays;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;

/**
 * The values that ImageJ shows, such as CT numbers, where an 8-bit or 16-bit image stores others.
 * <p>
 * Only straight lines are followed; with any other function the stored values stay.
 * </p>
 */
final class ShownValues {

	private ShownValues() {}

	/** Returns whether shown values lie on a straight line over stored ones. */
	static boolean areLinear(final Calibration calibration) {
		return calibration.getFunction() == Calibration.STRAIGHT_LINE && calibration.getCoefficients() != null;
	}

	/** Makes shown values of the stored ones in a 32-bit image, and of its display ranges. */
	static void show(final ImagePlus image, final Calibration calibration) {
		if (!areLinear(calibration)) return;
		final double offset = calibration.getCoefficients()[0], slope = calibration.getCoefficients()[1];
		final double[] range = { offset + slope * image.getDisplayRangeMin(), offset + slope * image.getDisplayRangeMax() };
		change(image, offset, slope);
		if (image.isComposite()) {
			final LUT[] luts = image.getLuts();
			for (final LUT lut : luts) {
				final double[] ends = { offset + slope * lut.min, offset + slope * lut.max };
				Arrays.sort(ends);
				lut.min = ends[0];
				lut.max = ends[1];
			}
			((CompositeImage) image).setLuts(luts);
			return;
		}
		Arrays.sort(range);
		image.setDisplayRange(range[0], range[1]);
	}

	/** Makes standard deviations of shown values of those of stored ones in a 32-bit image. */
	static void showDeviations(final ImagePlus image, final Calibration calibration) {
		if (areLinear(calibration)) change(image, 0, Math.abs(calibration.getCoefficients()[1]));
	}

	/** Makes shown values of stored ones, which lie on a straight line. */
	static void show(final float[] values, final Calibration calibration) {
		change(values, calibration.getCoefficients()[0], calibration.getCoefficients()[1]);
	}

	/** Makes standard deviations of shown values of those of stored ones, which lie on a straight line. */
	static void showDeviations(final float[] values, final Calibration calibration) {
		change(values, 0, Math.abs(calibration.getCoefficients()[1]));
	}

	private static void change(final ImagePlus image, final double offset, final double slope) {
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			change((float[]) image.getStack().getPixels(plane), offset, slope);
	}

	private static void change(final float[] values, final double offset, final double slope) {
		for (int pixel = 0; pixel < values.length; pixel++)
			values[pixel] = (float) (offset + slope * values[pixel]);
	}
}
