package org.vaerestore.restore;

import java.util.Locale;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.IntensityCheck;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

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

	private Restoration() {}

	/**
	 * Restores an image.
	 *
	 * @param image two or more dimensions; the first two are the plane; NaN pixels count as masked
	 * @param mask true where to restore; of the image's size or of one plane's, then valid for every plane
	 * @param model any model; best one trained on images like this
	 * @param settings how to restore
	 * @param output of the image's size, and with {@link RestoreSettings.Estimate#EACH} one more, last dimension of the
	 *          number of samples; integer types get rounded and clamped values
	 * @param uncertainty of the image's size: takes the standard deviation of the restored signal in units of the image, 0
	 *          where nothing was restored; or null
	 * @param progress of the restoration
	 * @throws InputException if mask or output don't fit, nothing is masked, or everything is
	 * @throws CancelledException if it was cancelled; the planes before are done then
	 */
	public static <T extends RealType<T>> void restore(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final VaeModel model,
		final RestoreSettings settings, final RandomAccessibleInterval<T> output,
		final RandomAccessibleInterval<FloatType> uncertainty, final Progress progress)
	{
		final PlaneReader reader = PlaneReader.of(image);
		final Planes planes = reader.planes();
		final MaskReader masks = MaskReader.of(mask, image);
		requireSomethingToDo(reader, masks);
		if (settings.sliceAxis() >= image.numDimensions()) throw new InputException("The axis of the slices is " + settings
			.sliceAxis() + "; the image has " + image.numDimensions() + " dimensions.");
		final NeighbouringSlices slices = new NeighbouringSlices(reader, masks, settings.sliceAxis());
		final long middle = planes.count() / 2;
		IntensityCheck.warn(reader.read(middle, planes.whole()), masks.read(middle, planes.whole()), model.normalisation(),
			progress);
		final int copies = settings.estimate() == RestoreSettings.Estimate.EACH ? Math.max(1, settings.samples()) : 0;
		for (int copy = 0; copy < Math.max(1, copies); copy++)
			LoopBuilder.setImages(image, slice(output, copy, copies)).forEachPixel((from, to) -> to.set(from));
		try (PlaneRestorer restorer = new PlaneRestorer(model, settings)) {
			for (long plane = 0; plane < planes.count(); plane++) {
				progress.checkCancelled();
				final Progress part = progress.part((double) plane / planes.count(), (plane + 1.0) / planes.count());
				final float[] values = reader.read(plane, planes.whole());
				final boolean[] hidden = HiddenPixels.of(values, masks.read(plane, planes.whole()));
				final Region region = HoleRegion.around(hidden, planes.width(), model.architecture().granularity());
				if (region == null) {
					if (uncertainty != null) PlaneWriter.of(uncertainty).write(plane, planes.whole(), new float[values.length]);
					continue;
				}
				final boolean[] where = HoleRegion.cut(hidden, planes.width(), region);
				final DamagedPlane damaged = new DamagedPlane(HoleRegion.cut(values, planes.width(), region), where, region.width(),
					slices.of(plane, region, where));
				if (copies > 0) for (int copy = 0; copy < copies; copy++)
					PlaneWriter.of(slice(output, copy, copies)).write(plane, region, restorer.sample(damaged, copy, part.part((double) copy / copies, (copy + 1.0) / copies)), region, where);
				if (copies > 0 && uncertainty == null) continue;
				final SignalEstimate estimate = restorer.estimate(damaged, part);
				if (copies == 0) PlaneWriter.of(output).write(plane, region, estimate.mean(), region, where);
				if (uncertainty != null) {
					PlaneWriter.of(uncertainty).write(plane, planes.whole(), new float[values.length]);
					PlaneWriter.of(uncertainty).write(plane, region, estimate.deviation(), region, where);
				}
			}
		}
		progress.update(1, "restored");
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> output,
		final int copy, final int copies)
	{
		if (copies == 0) return output;
		final int last = output.numDimensions() - 1;
		return Views.hyperSlice(output, last, output.min(last) + copy);
	}

	private static void requireSomethingToDo(final PlaneReader reader, final MaskReader masks) {
		final Planes planes = reader.planes();
		boolean any = false;
		for (long plane = 0; plane < planes.count(); plane++) {
			final boolean[] hidden = HiddenPixels.of(reader.read(plane, planes.whole()), masks.read(plane, planes.whole()));
			int count = 0;
			for (final boolean h : hidden)
				if (h) count++;
			if (count == hidden.length) throw new InputException(String.format(Locale.ROOT,
				"The mask covers all %d pixels of plane %d; nothing is left to restore it from. Mask only what is damaged.", count,
				plane + 1));
			any |= count > 0;
		}
		if (!any) throw new InputException(
			"The mask is empty: there is nothing to restore. Mark what is damaged with values other than 0.");
	}
}
