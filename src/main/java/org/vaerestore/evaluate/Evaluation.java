package org.vaerestore.evaluate;

import java.util.Arrays;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.Planes;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;

/**
 * Measures an image against the reference that it should equal.
 * <p>
 * Both measures first clip the image, but not the reference, to 0 and {@code range}, and round nothing. Where the
 * reference has NaN or an infinity nothing is known, so nothing is measured. Images may have any dimension; the first
 * two are the plane. Intervals are compared from their own minimum on.
 * </p>
 */
public final class Evaluation {

	private Evaluation() {}

	/**
	 * Measures both: PSNR where the mask is true, SSIM of the whole.
	 *
	 * @param image to be measured
	 * @param reference of the same size
	 * @param mask of the same size or of the first two dimensions' size, or null for all pixels
	 * @param range largest value that a pixel can have, such as 255 for 8 bit
	 * @return the two measures
	 * @throws InputException as the two measures do
	 */
	public static Quality quality(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> reference,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final double range)
	{
		return new Quality(psnr(image, reference, mask, range), ssim(image, reference, range));
	}

	/**
	 * Measures the peak signal-to-noise ratio, 10 log10(range² / mean squared difference).
	 *
	 * @param image to be measured
	 * @param reference of the same size
	 * @param mask true for the pixels that count, of the same size or of the first two dimensions' size (then the same
	 *          for all planes), or null if all count
	 * @param range largest value that a pixel can have, such as 255 for 8 bit
	 * @return dB, infinite if the two are equal
	 * @throws InputException if sizes differ, no pixel counts, a pixel that counts is NaN, or the range is not above 0
	 */
	public static double psnr(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> reference,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final double range)
	{
		checkImages(image, reference, range);
		if (mask != null) checkMask(mask, image);
		final PlaneReader images = new PlaneReader(image), references = new PlaneReader(reference);
		double sum = 0;
		long count = 0;
		for (long plane = 0; plane < images.planes(); plane++) {
			final double[] found = images.clipped(plane, range), expected = references.values(plane);
			final boolean[] chosen = mask == null ? null : PlaneReader.flags(mask, plane);
			double planeSum = 0;
			for (int i = 0; i < found.length; i++) {
				if (chosen != null && !chosen[i] || !Double.isFinite(expected[i])) continue;
				if (Double.isNaN(found[i])) throw notANumber(i, plane, image);
				planeSum += (found[i] - expected[i]) * (found[i] - expected[i]);
				count++;
			}
			sum += planeSum;
		}
		if (count == 0) throw new InputException(mask == null
			? "The reference has no finite value, so there is nothing to compare with. Choose another reference."
			: "The mask marks no pixel whose reference is known, so there is nothing to compare. Mark the restored pixels " +
				"with 255 (any value but 0), or leave the mask out.");
		return sum == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(range * range / (sum / count));
	}

	/**
	 * Measures the mean structural similarity, plane by plane.
	 * <p>
	 * Uniform window of 7 x 7 pixels, K1 = 0.01, K2 = 0.03, sample covariance (n - 1), mean over all windows that lie
	 * within their plane (which leaves out a border of 3 pixels), then over planes. Windows where the reference is
	 * unknown somewhere are left out. Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility
	 * to structural similarity", IEEE TIP 13 (2004).
	 * </p>
	 *
	 * @param image to be measured
	 * @param reference of the same size
	 * @param range largest value that a pixel can have, such as 255 for 8 bit
	 * @return -1 to 1; NaN if the planes are smaller than the window, or no window is known
	 * @throws InputException if sizes differ, a known pixel is NaN in the image, or the range is not above 0
	 */
	public static double ssim(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> reference, final double range)
	{
		checkImages(image, reference, range);
		final PlaneReader images = new PlaneReader(image), references = new PlaneReader(reference);
		final Similarity similarity = new Similarity(images.width(), images.height(), range);
		double sum = 0;
		long known = 0;
		for (long plane = 0; plane < images.planes(); plane++) {
			final double[] found = images.clipped(plane, range), expected = references.values(plane);
			for (int i = 0; i < found.length; i++) {
				if (Double.isNaN(found[i]) && Double.isFinite(expected[i])) throw notANumber(i, plane, image);
			}
			final double mean = similarity.mean(found, expected);
			if (Double.isNaN(mean)) continue;
			sum += mean;
			known++;
		}
		return known == 0 ? Double.NaN : sum / known;
	}

	private static void checkImages(final Interval image, final Interval reference, final double range) {
		if (!Intervals.equalDimensions(image, reference)) throw new InputException("The image is " + size(image) +
			" pixels, its reference " + size(reference) + "; they must have the same size.");
		if (image.numDimensions() > 1) Planes.of(image);
		if (!(range > 0) || Double.isInfinite(range)) throw new InputException("The range is " + range +
			"; it must be above 0: 255 for 8 bit, 65535 for 16 bit, or the brightest value of the reference.");
	}

	private static void checkMask(final Interval mask, final Interval image) {
		if (Intervals.equalDimensions(mask, image)) return;
		final boolean plane = mask.numDimensions() == 2 && image.numDimensions() > 2 &&
			mask.dimension(0) == image.dimension(0) && mask.dimension(1) == image.dimension(1);
		if (!plane) throw new InputException("The mask is " + size(mask) + " pixels, the image " + size(image) +
			"; the mask must have the size of the image or of one of its planes.");
	}

	private static String size(final Interval interval) {
		return String.join(" x ", Arrays.stream(interval.dimensionsAsLongArray()).mapToObj(Long::toString).toList());
	}

	private static InputException notANumber(final int index, final long plane, final Interval image) {
		final long width = image.dimension(0);
		return new InputException("The image has no number (NaN) at x = " + index % width + ", y = " + index / width +
			", plane " + (plane + 1) + ", where its reference has one. Restore the image there first, or leave that pixel " +
			"out with a mask.");
	}
}
