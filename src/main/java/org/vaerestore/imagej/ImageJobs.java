package org.vaerestore.imagej;

import java.util.List;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.Restoration;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.train.TrainingImage;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What the suite does, on ImageJ images: the results are new images with all that describes their input, marked and
 * with their provenance.
 */
public final class ImageJobs {

	private ImageJobs() {}

	/**
	 * What a job made.
	 *
	 * @param image the result
	 * @param uncertainty standard deviation over the samples in the image's units, 32-bit; null if it wasn't asked for
	 * @param planes the number of planes that are done; fewer than there are if the job was cancelled
	 */
	public record Result(ImagePlus image, ImagePlus uncertainty, int planes) {

		/** Returns an image that is done, of which there is no uncertainty. */
		public static Result of(final ImagePlus image) {
			return new Result(image, null, image.getStackSize());
		}

		/** Returns whether the job came to its end. */
		public boolean isComplete() {
			return planes == image.getStackSize();
		}
	}

	/** Returns an image to train on, without the pixels under the mask, which may be null. */
	public static TrainingImage trainingImage(final ImagePlus image, final Mask mask) {
		return new TrainingImage(Pixels.realValued(image), mask == null ? null : mask.interval(), image
			.getTitle());
	}

	/**
	 * Restores the masked pixels, and NaN ones, of an image.
	 *
	 * @param image never changed
	 * @param settings with any axis of slices if neighbouring slices, or else frames, may help
	 * @param float32 whether the result is 32-bit instead of the image's type
	 * @param withUncertainty whether to make an image of the uncertainty
	 */
	public static Result restore(final ImagePlus image, final Mask mask, final VaeModel model,
		final RestoreSettings settings, final boolean float32, final boolean withUncertainty, final Progress progress)
	{
		final Mask all = mask.withNaNs(image);
		final ImagePlus result = newResult(image, "restored", float32);
		final ImagePlus uncertainty = withUncertainty ? uncertaintyOf(image) : null;
		final RestoredImage written = new RestoredImage(List.of(writer(result, all.axes())), uncertainty == null ? null
			: PlaneWriter.of(floats(uncertainty, all.axes())));
		Restoration.restore(Pixels.realValued(image), all.interval(), model, along(settings, all.axes()), written, progress);
		final Mask restored = written.of(all);
		show(image, result, uncertainty, float32);
		for (final ImagePlus made : images(result, uncertainty)) {
			ResultProperties.write(made, model, settings);
			ResultProperties.writeMask(made, restored);
			// What was to be restored has been restored there, and is marked as such.
			Mask.removeFrom(made);
		}
		ResultProperties.writeDepth(result, image, model);
		SyntheticPixels.mark(result, restored);
		return new Result(result, uncertainty, result.getStackSize());
	}

	/**
	 * Restores the masked pixels, and NaN ones, of an image in several ways that are all plausible.
	 *
	 * @param image never changed; without a time axis or without a z axis
	 * @param settings {@link Estimate#ALTERNATIVES} of two samples or more
	 * @param float32 whether the result is 32-bit instead of the image's type
	 * @return the alternatives along the time axis, or along z if there is a time axis
	 * @throws InputException if the image has both z and time, or is RGB and to become 32-bit
	 */
	public static ImagePlus alternatives(final ImagePlus image, final Mask mask, final VaeModel model,
		final RestoreSettings settings, final boolean float32, final Progress progress)
	{
		final Mask all = mask.withNaNs(image);
		final Alternatives alternatives = alternatives(image, settings.samples(), settings.seed(), float32);
		final RestoredImage written = new RestoredImage(alternatives.writers(), null);
		Restoration.restore(Pixels.realValued(image), all.interval(), model, along(settings, all.axes()), written, progress);
		if (float32) ShownValues.show(alternatives.image(), image.getCalibration());
		ResultProperties.write(alternatives.image(), model, settings);
		ResultProperties.writeMask(alternatives.image(), written.of(all));
		Mask.removeFrom(alternatives.image());
		SyntheticPixels.mark(alternatives.image(), written.of(all));
		return alternatives.image();
	}

	/**
	 * Enhances an image in several ways that are all plausible; see the other method.
	 *
	 * @param search of the image, as that of its {@link #trainingImage}
	 * @param settings {@link Estimate#ALTERNATIVES} of two samples or more
	 */
	public static ImagePlus alternatives(final ImagePlus image, final SignalSearch search, final VaeModel model,
		final EnhanceSettings settings, final boolean float32, final Progress progress)
	{
		final Alternatives alternatives = alternatives(image, settings.samples(), settings.seed(), float32);
		final ImageAxes axes = ImageAxes.of(image);
		Enhancement.enhance(Pixels.realValued(image), search, model, along(settings, axes), alternatives.writers(), null, progress);
		if (float32) ShownValues.show(alternatives.image(), image.getCalibration());
		ResultProperties.write(alternatives.image(), "enhance", model, settings);
		final SetAside aside = search.find(progress);
		ResultProperties.writeSetAside(alternatives.image(), aside, settings);
		if (settings.restoresNaNs() && aside.notNumbers() > 0) SyntheticPixels.mark(alternatives.image(), Mask.none(image).withNaNs(image));
		return alternatives.image();
	}

	private static Alternatives alternatives(final ImagePlus image, final int count, final long seed, final boolean float32) {
		if (float32 && image.getType() == ImagePlus.COLOR_RGB) throw new InputException(
			"Alternatives of an RGB image can't be 32-bit; make them of the same depth.");
		final ImagePlus input = float32 ? ResultImage.storedFloatsOf(image, image.getTitle()) : image;
		return Alternatives.of(input, count, seed, title(image, "alternatives"));
	}

	/**
	 * Enhances an image; see {@link #restore}. If it is cancelled after the first plane, the result has what was done, and
	 * the other planes as they were.
	 */
	public static Result enhance(final ImagePlus image, final VaeModel model, final EnhanceSettings settings,
		final boolean float32, final boolean withUncertainty, final Progress progress)
	{
		return enhance(image, trainingImage(image, null).search(), model, settings, float32, withUncertainty, progress);
	}

	/**
	 * Enhances an image that may have been searched already for pixels that can't be signal; see the other method.
	 *
	 * @param search of the image, as that of its {@link #trainingImage}
	 */
	public static Result enhance(final ImagePlus image, final SignalSearch search, final VaeModel model,
		final EnhanceSettings settings, final boolean float32, final boolean withUncertainty, final Progress progress)
	{
		final ImagePlus result = newResult(image, "enhanced", float32);
		final ImagePlus uncertainty = withUncertainty ? uncertaintyOf(image) : null;
		final long planes = enhance(image, search, model, settings, result, uncertainty, progress);
		final SetAside aside = search.find(progress);
		final boolean complete = planes == result.getStackSize() * (image.getType() == ImagePlus.COLOR_RGB && !float32 ? 3L
			: 1L);
		// The reds of all slices come before their greens: a part of them is nobody's result.
		if (!complete && image.getType() == ImagePlus.COLOR_RGB) throw new CancelledException();
		show(image, result, uncertainty, float32);
		for (final ImagePlus made : images(result, uncertainty)) {
			ResultProperties.write(made, complete ? "enhance" : "enhance, only the first " + planes + " planes", model, settings);
			ResultProperties.writeSetAside(made, aside, settings);
		}
		ResultProperties.writeDepth(result, image, model);
		if (settings.restoresNaNs() && aside.notNumbers() > 0) SyntheticPixels.mark(result, Mask.none(image).withNaNs(image));
		return new Result(result, uncertainty, complete ? result.getStackSize() : (int) planes);
	}

	private static <T extends RealType<T>, R extends RealType<R>> long enhance(final ImagePlus image,
		final SignalSearch search, final VaeModel model, final EnhanceSettings settings, final ImagePlus result,
		final ImagePlus uncertainty, final Progress progress)
	{
		final ImageAxes axes = ImageAxes.of(image);
		return Enhancement.enhance(ImageJobs.<T> pixels(image, axes), search, model, along(settings, axes), ImageJobs.<R> pixels(result, axes), floats(
			uncertainty, axes), progress);
	}

	/** Settings with an axis of slices mean that of the image, wherever it is. */
	static RestoreSettings along(final RestoreSettings settings, final ImageAxes axes) {
		return settings.sliceAxis() < 0 ? settings : settings.withSliceAxis(axes.sliceAxis());
	}

	private static EnhanceSettings along(final EnhanceSettings settings, final ImageAxes axes) {
		return settings.sliceAxis() < 0 ? settings : settings.withSliceAxis(axes.sliceAxis());
	}

	private static ImagePlus newResult(final ImagePlus image, final String what, final boolean float32) {
		final String title = title(image, what);
		return float32 ? ResultImage.storedFloatsOf(image, title) : ResultImage.copyOf(image, title);
	}

	private static ImagePlus uncertaintyOf(final ImagePlus image) {
		return ResultImage.floatLike(image, title(image, "uncertainty"));
	}

	// The network has seen stored values; people know their images by the shown ones.
	private static void show(final ImagePlus image, final ImagePlus result, final ImagePlus uncertainty,
		final boolean float32)
	{
		if (float32) ShownValues.show(result, image.getCalibration());
		if (uncertainty == null) return;
		ShownValues.showDeviations(uncertainty, image.getCalibration());
		FloatDisplay.set(uncertainty, 0, FloatDisplay.largest(uncertainty));
	}

	private static String title(final ImagePlus image, final String what) {
		return what + " " + image.getTitle();
	}

	private static <T extends RealType<T>> PlaneWriter writer(final ImagePlus image, final ImageAxes axes) {
		return PlaneWriter.of(ImageJobs.<T> pixels(image, axes));
	}

	private static RandomAccessibleInterval<FloatType> floats(final ImagePlus image, final ImageAxes axes) {
		return image == null ? null : Pixels.floats(image, axes);
	}

	@SuppressWarnings("unchecked")
	private static <T extends RealType<T>> RandomAccessibleInterval<T> pixels(final ImagePlus image,
		final ImageAxes axes)
	{
		if (image.getType() == ImagePlus.GRAY32) return (RandomAccessibleInterval<T>) (RandomAccessibleInterval<?>) Pixels
			.floats(image, axes);
		return Pixels.of(image);
	}

	private static ImagePlus[] images(final ImagePlus result, final ImagePlus uncertainty) {
		return uncertainty == null ? new ImagePlus[] { result } : new ImagePlus[] { result, uncertainty };
	}
}
