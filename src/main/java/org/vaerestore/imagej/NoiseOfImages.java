package org.vaerestore.imagej;

import java.awt.Rectangle;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.Region;
import org.vaerestore.train.MeasuredNoise;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

/** Noise that a user knows of an image, in the units in which the image is stored. */
public final class NoiseOfImages {

	private NoiseOfImages() {}

	/** Returns noise given in the units that an image shows. */
	public static KnownNoise given(final KnownNoise shown, final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (!ShownValues.areLinear(calibration)) return shown;
		return shown.stored(calibration.getCoefficients()[1], calibration.getCoefficients()[0]);
	}

	/**
	 * Measures the noise within the selection of an image's current slice.
	 *
	 * @throws InputException if there is no selection of an area, or it isn't flat
	 */
	public static KnownNoise ofSelection(final ImagePlus image) {
		final Roi roi = image.getRoi();
		final Rectangle bounds = roi == null || !roi.isArea() ? new Rectangle() : roi.getBounds().intersection(new Rectangle(
			image.getWidth(), image.getHeight()));
		if (bounds.isEmpty()) throw new InputException("There is no selection of an area in \"" + image.getTitle() +
			"\" to measure the noise in; select a place that is flat but for noise.");
		final Region region = new Region(bounds.x, bounds.y, bounds.width, bounds.height);
		return MeasuredNoise.background(Pixels.realValued(image), image.getCurrentSlice() - 1L, region, outside(roi,
			bounds));
	}

	/** Measures read-out noise, black level and gain of a detector in a dark and a flat image. */
	public static KnownNoise ofDetector(final ImagePlus dark, final ImagePlus flat) {
		return MeasuredNoise.darkAndFlat(Pixels.realValued(dark), Pixels.realValued(flat));
	}

	private static boolean[] outside(final Roi roi, final Rectangle bounds) {
		final ImageProcessor mask = roi.getMask();
		if (mask == null) return null;
		final Rectangle all = roi.getBounds();
		final boolean[] outside = new boolean[bounds.width * bounds.height];
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++)
				outside[y * bounds.width + x] = mask.get(bounds.x - all.x + x, bounds.y - all.y + y) == 0;
		return outside;
	}
}
