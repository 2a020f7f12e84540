package org.vaerestore.restore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.IntensityCheck;
import org.vaerestore.predict.PlaneJob;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;
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

	/** Share of the work on a plane that comes before the model. */
	private static final double BEGINNING = 0.5;

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
	 * @throws InputException if mask or output don't fit, nothing is masked, or everything is, or the memory isn't enough
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
		final List<Region> regions = regions(reader, masks, model.architecture());
		if (settings.sliceAxis() >= image.numDimensions()) throw new InputException("The axis of the slices is " + settings
			.sliceAxis() + "; the image has " + image.numDimensions() + " dimensions.");
		final PlaneJob job = job(regions, model.architecture(), settings);
		final TilePlan plan = TilePlan.require(job, whole(job), settings.threads(),
			"restoring what is masked, which spreads over " + job.width() + " x " + job.height() +
				" pixels with its surroundings", progress);
		final NeighbouringSlices slices = new NeighbouringSlices(reader, masks, settings.sliceAxis());
		IntensityCheck.warn(reader, masks, model.normalisation(), progress);
		final int copies = settings.estimate() == RestoreSettings.Estimate.EACH ? Math.max(1, settings.samples()) : 0;
		for (int copy = 0; copy < Math.max(1, copies); copy++)
			LoopBuilder.setImages(image, slice(output, copy, copies)).forEachPixel((from, to) -> to.set(from));
		try (PlaneRestorer restorer = new PlaneRestorer(model, settings, plan)) {
			for (long plane = 0; plane < planes.count(); plane++) {
				progress.checkCancelled();
				final Progress part = progress.part((double) plane / planes.count(), (plane + 1.0) / planes.count());
				if (uncertainty != null) clear(PlaneWriter.of(uncertainty), plane);
				final Region region = regions.get((int) plane);
				if (region == null) continue;
				final float[] values = reader.read(plane, region);
				final boolean[] where = HiddenPixels.of(values, masks.read(plane, region));
				final PlaneRestorer.Begun begun = restorer.begin(new DamagedPlane(values, where, region.width(), slices.of(plane,
					region, where)), part.part(0, BEGINNING));
				final Progress rest = part.part(BEGINNING, 1);
				for (int copy = 0; copy < copies; copy++)
					PlaneWriter.of(slice(output, copy, copies)).write(plane, region, begun.sample(copy, rest.part((double) copy /
						copies, (copy + 1.0) / copies)), region, where);
				if (copies > 0 && uncertainty == null) continue;
				final SignalEstimate estimate = begun.estimate(rest);
				if (copies == 0) PlaneWriter.of(output).write(plane, region, estimate.mean(), region, where);
				if (uncertainty != null) PlaneWriter.of(uncertainty).write(plane, region, estimate.deviation(), region, where);
			}
		}
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
	public static <T extends RealType<T>> MemoryNeed memory(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Architecture model,
		final RestoreSettings settings)
	{
		final PlaneJob job = job(regions(PlaneReader.of(image), MaskReader.of(mask, image), model), model, settings);
		return TilePlan.of(job, whole(job), settings.threads(), MemoryBudget.now()).memory();
	}

	/** Returns planes as large as what is held of one at most, and the larger of the two networks that they may go through. */
	private static PlaneJob job(final List<Region> regions, final Architecture model, final RestoreSettings settings) {
		final Region largest = regions.stream().filter(Objects::nonNull).max(Comparator.comparingInt(Region::size))
			.orElseThrow();
		final Architecture network = Stream.of(model, LargeHoles.ARCHITECTURE).max(Comparator.comparingLong(shape -> LadderVae
			.memory(shape, 1, largest.height(), largest.width(), false).all())).orElseThrow();
		return new PlaneJob(network, largest.width(), largest.height(), new Sampling(settings.samples(), settings.seed())
			.passes());
	}

	private static MemoryNeed whole(final PlaneJob job) {
		return MemoryNeed.onHeap(PlaneRestorer.BYTES_PER_PIXEL * job.width() * job.height());
	}

	private static void clear(final PlaneWriter writer, final long plane) {
		final float[] zeros = new float[writer.planes().width()];
		for (int y = 0; y < writer.planes().height(); y++)
			writer.write(plane, new Region(0, y, zeros.length, 1), zeros);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> output,
		final int copy, final int copies)
	{
		if (copies == 0) return output;
		final int last = output.numDimensions() - 1;
		return Views.hyperSlice(output, last, output.min(last) + copy);
	}

	/** Returns what is needed of each plane, null of those without holes. */
	private static List<Region> regions(final PlaneReader reader, final MaskReader masks, final Architecture model) {
		final Planes planes = reader.planes();
		final List<Region> regions = new ArrayList<>();
		for (long plane = 0; plane < planes.count(); plane++) {
			final HoleRegion holes = HoleRegion.find(reader, masks, plane);
			if (holes.count() == planes.whole().size()) throw new InputException(String.format(Locale.ROOT,
				"The mask covers all %d pixels of plane %d; nothing is left to restore it from. Mask only what is damaged.", holes
					.count(), plane + 1));
			regions.add(holes.withMargin(planes, model.granularity()));
		}
		if (regions.stream().allMatch(Objects::isNull)) throw new InputException(
			"The mask is empty: there is nothing to restore. Mark what is damaged with values other than 0.");
		return regions;
	}
}
