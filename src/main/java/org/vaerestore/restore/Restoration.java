package org.vaerestore.restore;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryNeed;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Restores the masked pixels of an image.
 *
 * <pre>
 * Restoration.restore(image, mask, model, RestoreSettings.defaults(), output, null, Progress.silent());
 * </pre>
 *
 * Pixels that are not masked are copied bit for bit. Each plane is restored on its own, or, with
 * {@link RestoreSettings#sliceAxis}, with the help of the slices beside it as far as these are intact where it is not.
 */
public final class Restoration {

	/** Slices before and behind one that may help it. */
	public static final int SLICES = NeighbouringSlices.REACH;

	private Restoration() {}

	/**
	 * Restores an image.
	 *
	 * @param image two or more dimensions; the first two are the plane; NaN pixels count as masked
	 * @param mask true where to restore; of the image's size or of one plane's, then valid for every plane
	 * @param model any model; best one trained on images like this
	 * @param settings how to restore
	 * @param output of the image's size, and with {@link Estimate#ALTERNATIVES} one more, last dimension of the
	 *          number of samples; integer types get rounded and clamped values
	 * @param uncertainty of the image's size: takes the standard deviation of the restored signal in units of the image, 0
	 *          where nothing was restored; or null
	 * @param progress of the restoration
	 * @throws InputException if mask or output don't fit, nothing is masked, or everything is, or the memory isn't enough
	 * @throws CancelledException if it was cancelled; the planes before are done then
	 */
	public static <T extends RealType<T>> void restore(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final VaeModel model,
		final RestoreSettings settings, final RandomAccessibleInterval<T> output,
		final RandomAccessibleInterval<FloatType> uncertainty, final Progress progress)
	{
		final RestoreJob job = job(image, mask, model.architecture(), settings, progress);
		final List<PlaneWriter> writers = new ArrayList<>();
		for (int copy = 0; copy < settings.alternatives(); copy++) {
			final RandomAccessibleInterval<T> one = settings.estimate() == Estimate.ALTERNATIVES ? Views.hyperSlice(output,
				output.numDimensions() - 1, output.min(output.numDimensions() - 1) + copy) : output;
			LoopBuilder.setImages(image, one).forEachPixel((from, to) -> to.set(from));
			writers.add(PlaneWriter.of(one));
		}
		final PlaneWriter deviations = uncertainty == null ? null : PlaneWriter.of(uncertainty);
		if (uncertainty != null) LoopBuilder.setImages(uncertainty).forEachPixel(FloatType::setZero);
		job.run(model, new RestoredPixels() {

			@Override
			public void restored(final long plane, final int copy, final Region region, final boolean[] where,
				final SignalEstimate estimate)
			{
				writers.get(copy).write(plane, region, estimate.mean(), region, where);
				if (deviations != null && copy == 0) deviations.write(plane, region, estimate.deviation(), region, where);
			}

			@Override
			public boolean asksForDeviation() {
				return deviations != null;
			}
		}, progress);
		progress.update(1, "restored");
	}

	/**
	 * Restores an image, and hands on what was restored, whatever becomes of it; see the other method. The image may be changed
	 * on the way where it is masked, if its mask has all pixels that are no numbers.
	 *
	 * @param result takes the pixels
	 */
	public static void restore(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final VaeModel model, final RestoreSettings settings,
		final RestoredPixels result, final Progress progress)
	{
		job(image, mask, model.architecture(), settings, progress).run(model, result, progress);
		progress.update(1, "restored");
	}

	/**
	 * Restores a part of a larger image, and hands on what was restored of what is asked for, if anything is; see the other method.
	 *
	 * @param cutout which part it is
	 * @throws InputException if the memory isn't enough for tiles of the usual size, as others would give other bits
	 */
	public static void restore(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Cutout cutout, final VaeModel model,
		final RestoreSettings settings, final RestoredPixels result, final Progress progress)
	{
		RestoreJob.of(PlaneReader.of(image), Holes.any(image, mask, progress), cutout, model.architecture(), settings).run(model, result,
			progress);
		progress.update(1, "restored");
	}

	/**
	 * Returns the memory that restoring takes besides input and output, cut down to what is free now as far as it can be.
	 *
	 * @param image see {@link #restore}
	 * @param mask see {@link #restore}
	 * @param model the network of the model that will be used
	 * @throws InputException if nothing is masked, or everything is
	 */
	public static MemoryNeed memory(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Architecture model,
		final RestoreSettings settings)
	{
		return job(image, mask, model, settings, Progress.silent()).memory();
	}

	private static RestoreJob job(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Architecture model,
		final RestoreSettings settings, final Progress progress)
	{
		if (settings.sliceAxis() >= image.numDimensions()) throw new InputException("The axis of the slices is " + settings
			.sliceAxis() + "; the image has " + image.numDimensions() + " dimensions.");
		return RestoreJob.of(PlaneReader.of(image), Holes.find(image, mask, progress), model, settings);
	}
}
