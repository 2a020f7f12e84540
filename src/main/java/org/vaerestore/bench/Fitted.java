package org.vaerestore.bench;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.vaerestore.evaluate.Evaluation;
import org.vaerestore.imagej.Pixels;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * Measures a plane after the gain and the offset that bring it closest to its truth, in the sense of least squares: where
 * an exposure is brighter than its reference, that says more of the method than the plain figure.
 */
final class Fitted {

	private Fitted() {}

	/**
	 * Returns the peak signal-to-noise ratio of a plane that was so fitted and then clipped to 0 and the range.
	 *
	 * @param range largest value that a pixel can have
	 * @return dB
	 */
	static double psnr(final ImageProcessor result, final ImageProcessor truth, final double range) {
		final SimpleRegression line = new SimpleRegression();
		for (int pixel = 0; pixel < result.getPixelCount(); pixel++)
			line.addData(result.getf(pixel), truth.getf(pixel));
		final FloatProcessor fitted = new FloatProcessor(result.getWidth(), result.getHeight());
		for (int pixel = 0; pixel < result.getPixelCount(); pixel++)
			fitted.setf(pixel, (float) line.predict(result.getf(pixel)));
		return Evaluation.psnr(Pixels.realValued(new ImagePlus("", fitted)), Pixels.realValued(new ImagePlus("", truth)), null,
			range);
	}
}
