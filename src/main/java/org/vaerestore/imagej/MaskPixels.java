package org.vaerestore.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

/**
 * What the pixels of an image mark when it is taken as a mask: all that isn't black where it is shown.
 * <p>
 * Values are those that ImageJ shows, so that 0 of a signed image is 0. Where some pixels of a layer are transparent, what was
 * drawn on it marks, even if all of that is black. In a binary image of ImageJ's own with an inverting lookup table, as
 * Edit &gt; Selection &gt; Create Mask makes, 255 marks, as everywhere in ImageJ. NaN, ImageJ's background of thresholds, doesn't.
 * </p>
 */
final class MaskPixels {

	private static final int COLOURS = 0xffffff;
	/** Of the step between values, for lines that are written in decimals. */
	private static final double ROUNDING = 1e-6;

	private final ImagePlus mask;
	private final double black;
	private final double tolerance;

	MaskPixels(final ImagePlus mask) {
		this.mask = mask;
		final Calibration calibration = mask.getCalibration();
		final double[] line = ShownValues.areLinear(calibration) ? calibration.getCoefficients() : null;
		final boolean inverted = isInverted(mask);
		final double largest = mask.getBitDepth() == 8 ? 0xff : 0xffff;
		black = inverted ? largest : line == null || line[1] == 0 ? 0 : -line[0] / line[1];
		tolerance = line == null ? 0 : ROUNDING * Math.max(1, Math.abs(black));
	}

	/**
	 * Returns where a plane marks.
	 *
	 * @param plane counted from 0
	 * @param opacity of its pixels, null if all are opaque
	 */
	boolean[] of(final int plane, final byte[] opacity) {
		final boolean[] shown = notBlack(mask.getStack().getProcessor(plane + 1));
		return opacity == null ? shown : drawn(shown, opacity);
	}

	private boolean[] notBlack(final ImageProcessor pixels) {
		final boolean[] marked = new boolean[pixels.getPixelCount()];
		final boolean palette = mask.getType() == ImagePlus.COLOR_256;
		final ImageProcessor shown = palette ? pixels.convertToRGB() : pixels;
		final boolean colours = shown.getBitDepth() == 24;
		for (int pixel = 0; pixel < marked.length; pixel++)
			marked[pixel] = colours ? (shown.get(pixel) & COLOURS) != 0 : isMarked(pixels.getf(pixel));
		return marked;
	}

	/** Returns whether a stored value of an image without colours marks. */
	boolean isMarked(final float value) {
		return Math.abs(value - black) > tolerance;
	}

	private static boolean[] drawn(final boolean[] shown, final byte[] opacity) {
		boolean uniform = true, coloured = false;
		for (int pixel = 0; pixel < opacity.length; pixel++) {
			uniform &= opacity[pixel] == opacity[0];
			coloured |= opacity[pixel] != 0 && shown[pixel];
		}
		if (uniform && opacity[0] != 0) return shown;
		final boolean[] marked = new boolean[opacity.length];
		for (int pixel = 0; pixel < marked.length; pixel++)
			marked[pixel] = opacity[pixel] != 0 && (shown[pixel] || !coloured);
		return marked;
	}

	/** Returns whether the largest value is shown black because a file says so, rather than ImageJ's habit. */
	private static boolean isInverted(final ImagePlus mask) {
		final int bits = mask.getBitDepth();
		if (bits != 8 && bits != 16 || !mask.getProcessor().isInvertedLut()) return false;
		final FileInfo file = mask.getOriginalFileInfo();
		final boolean own = file == null || file.description != null && file.description.startsWith("ImageJ");
		return !own;
	}
}
