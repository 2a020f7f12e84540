package org.vaerestore.enhance;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.BlindSpots;
import org.vaerestore.predict.Estimate;
import org.vaerestore.predict.IntensityCheck;
import org.vaerestore.predict.Place;
import org.vaerestore.predict.PlaneJob;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.ResultRows;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Enhances a noisy image: estimates the signal behind it.
 *
 * <pre>
 * Enhancement.enhance(image, model, EnhanceSettings.defaults(), output, null, Progress.silent());
 * </pre>
 *
 * Each plane is enhanced on its own, or, with {@link EnhanceSettings#sliceAxis}, together with slices beside it as far as
 * these agree. Models without a noise model, and those with a mixture, were trained to predict a
 * pixel from its surroundings, and so are used.
 * <p>
 * Pixels that can't be signal, see {@link SetAside}, and planes of one value take no part, stay as they are bit for bit, and have the uncertainty NaN. So do
 * pixels that are no numbers, unless {@link EnhanceSettings#restoresNaNs} asks for an estimate of them.
 * </p>
 */
public final class Enhancement {

	/** Share of the work that is the search for pixels that are no signal. */
	private static final double SEARCH = 0.03;
	/** Share of an image with structure that the model doesn't know from where on it is told. */
	private static final double SOME_STRUCTURE = 0.03;

	/** Slices before and behind one that it may be averaged with. */
	public static final int SLICES = PlanePredictor.SLICES;

	private Enhancement() {}

	/**
	 * Enhances an image.
	 *
	 * @param image two or more dimensions; the first two are the plane
	 * @param model trained on noisy images like this
	 * @param settings how to enhance
	 * @param output of the image's size, and with one more, last dimension for alternatives; integer types get rounded and clamped
	 *          values; not the image itself if slices are averaged, for then planes that are done would be averaged with those to
	 *          come
	 * @param uncertainty of the image's size: takes the standard deviation of the signal in units of the image; or null
	 * @param progress of the enhancement
	 * @return the number of planes that are done: all of the image, or fewer if it was cancelled
	 * @throws InputException if the settings don't fit the image, or the memory isn't enough even for small tiles
	 * @throws CancelledException if it was cancelled before a plane was done
	 */
	public static <T extends RealType<T>, R extends RealType<R>> long enhance(final RandomAccessibleInterval<T> image,
		final VaeModel model, final EnhanceSettings settings, final RandomAccessibleInterval<R> output,
		final RandomAccessibleInterval<FloatType> uncertainty, final Progress progress)
	{
		return enhance(image, new SignalSearch(PlaneReader.of(image)), model, settings, output, uncertainty, progress);
	}

	/**
	 * Enhances an image that may have been searched already for pixels that can't be signal; see the other method.
	 *
	 * @param search of the image
	 */
	public static <T extends RealType<T>, R extends RealType<R>> long enhance(final RandomAccessibleInterval<T> image,
		final SignalSearch search, final VaeModel model, final EnhanceSettings settings,
		final RandomAccessibleInterval<R> output, final RandomAccessibleInterval<FloatType> uncertainty,
		final Progress progress)
	{
		final PlaneReader reader = PlaneReader.of(image);
		if (settings.estimate() != Estimate.MEAN) {
			enhance(image, search, model, settings, copies(output, settings), uncertainty == null ? null : PlaneWriter.of(uncertainty),
				progress);
			return reader.planes().count();
		}
		final WrittenRows written = new WrittenRows(PlaneWriter.of(output));
		final PlaneWriter uncertaintyWriter = uncertainty == null ? null : PlaneWriter.of(uncertainty);
		try {
			enhance(image, search, model, settings, written, uncertaintyWriter, progress);
			return reader.planes().count();
		}
		catch (final CancelledException e) {
			final int height = reader.planes().height();
			if (written.rows() < height) undo(reader, PlaneWriter.of(output), uncertaintyWriter, written.plane(), written.rows());
			final long done = written.plane() + written.rows() / height;
			if (done == 0) throw e;
			return done;
		}
	}

	private static <R extends RealType<R>> List<PlaneWriter> copies(final RandomAccessibleInterval<R> output,
		final EnhanceSettings settings)
	{
		if (settings.estimate() != Estimate.ALTERNATIVES) return List.of(PlaneWriter.of(output));
		final int last = output.numDimensions() - 1;
		if (output.dimension(last) != settings.alternatives()) throw new InputException("The output's last dimension is " + output
			.dimension(last) + "; for " + settings.alternatives() + " alternatives it must be that.");
		return LongStream.rangeClosed(output.min(last), output.max(last)).mapToObj(copy -> PlaneWriter.of(Views.hyperSlice(output, last,
			copy))).toList();
	}

	/**
	 * Enhances an image of any size, whose results go elsewhere row by row, one or as many as alternatives; see the other
	 * methods.
	 *
	 * @param outputs take the rows of all planes; of a sample, a plane at a time
	 */
	public static void enhance(final RandomAccessibleInterval<? extends RealType<?>> image, final SignalSearch search,
		final VaeModel model, final EnhanceSettings settings, final List<? extends RowWriter> outputs, final RowWriter uncertainty,
		final Progress progress)
	{
		enhance(image, search, Cutout.whole(Planes.of(image)), model, settings, outputs, uncertainty, progress);
	}

	/**
	 * Enhances a part of a larger image; see the other methods.
	 *
	 * @param cutout which part it is; results are of the planes that are asked for, and of each of these all that is there
	 * @throws InputException if the memory isn't enough for tiles of the usual size, as others would give other bits
	 */
	public static void enhance(final RandomAccessibleInterval<? extends RealType<?>> image, final Cutout cutout, final VaeModel model,
		final EnhanceSettings settings, final RowWriter output, final RowWriter uncertainty, final Progress progress)
	{
		enhance(image, new SignalSearch(PlaneReader.of(image)), cutout, model, settings, List.of(output), uncertainty, progress);
	}

	private static void enhance(final RandomAccessibleInterval<? extends RealType<?>> image, final SignalSearch search,
		final Cutout cutout, final VaeModel model, final EnhanceSettings settings, final List<? extends RowWriter> outputs,
		final RowWriter uncertainty, final Progress progress)
	{
		if (settings.estimate() == Estimate.MEAN) {
			enhanceMean(image, search, cutout, model, settings, outputs.get(0), uncertainty, progress);
			return;
		}
		final EnhanceSettings mean = settings.with(Estimate.MEAN, 0);
		final Planes planes = Planes.of(image);
		final TilePlan plan = TilePlan.require(EnhancedSamples.job(planes), besides(image, isBlind(model), settings), settings.threads(), cutout,
			"drawing samples of planes of " + planes.width() + " x " + planes.height() + " pixels", progress);
		try (EnhancedSamples samples = new EnhancedSamples(model, settings, planes, cutout, plan, outputs, uncertainty, progress)) {
			enhanceMean(image, search, cutout, model, mean, samples::estimated, samples::deviating, progress);
		}
	}

	/**
	 * Enhances an image of any size, whose result goes elsewhere row by row; see the other method.
	 *
	 * @param search of the image for pixels that can't be signal
	 * @param output takes the rows of all planes
	 * @param uncertainty takes the rows of all planes, some rows before or after those of the output; or null
	 * @throws InputException if the settings don't fit the image, or the memory isn't enough even for small tiles
	 * @throws CancelledException if it was cancelled
	 */
	public static void enhance(final RandomAccessibleInterval<? extends RealType<?>> image, final SignalSearch search,
		final VaeModel model, final EnhanceSettings settings, final RowWriter output, final RowWriter uncertainty,
		final Progress progress)
	{
		enhance(image, search, model, settings, List.of(output), uncertainty, progress);
	}

	private static void enhanceMean(final RandomAccessibleInterval<? extends RealType<?>> image, final SignalSearch search,
		final Cutout cutout, final VaeModel model, final EnhanceSettings settings, final RowWriter output, final RowWriter uncertainty,
		final Progress progress)
	{
		if (settings.sliceAxis() >= image.numDimensions()) throw new InputException("The axis of the slices is " + settings
			.sliceAxis() + "; the image has " + image.numDimensions() + " dimensions.");
		final PlaneReader reader = PlaneReader.of(image);
		final Planes planes = reader.planes();
		final boolean blind = isBlind(model);
		final TilePlan plan = TilePlan.require(job(image, model.architecture(), settings), besides(image, blind, settings), settings.threads(), cutout,
			"enhancing planes of " + planes.width() + " x " + planes.height() + " pixels", progress);
		final SetAside aside = search.find(progress.part(0, SEARCH));
		search.tell(null, progress);
		if (aside.notNumbers() > 0) progress.log(String.format(Locale.ROOT, settings.restoresNaNs()
			? "%,d pixels are no numbers (NaN); they get estimates, which are synthetic."
			: "%,d pixels are no numbers (NaN), and stay so.", aside.notNumbers()));
		final PlaneStripes stripes = new PlaneStripes(reader.without(aside), model.normalisation().correlations());
		stripes.tell(progress);
		final PlaneReader known = stripes.without();
		IntensityCheck.warn(known, MaskReader.of(null, image), model.normalisation(), progress);
		final Sampling sampling = sampling(settings);
		final Progress work = progress.part(SEARCH, 1);
		try (LadderVae vae = LadderVae.of(model.architecture(), model.weights(), plan.threads())) {
			final PlanePredictor predictor = new PlanePredictor(vae, stripes.ofRest(model.normalisation()), plan.tiling()).at(Place.of(cutout));
			final long first = cutout.first(), count = cutout.count();
			double structured = 0;
			for (long plane = first; plane < first + count; plane++) {
				progress.checkCancelled();
				final long current = plane;
				final Progress part = work.part((double) (plane - first) / count, (plane - first + 1.0) / count);
				final TakenStructure structure = uncertainty == null ? null : new TakenStructure(model.noise(), model.normalisation()
					.correlation(), plane, planes.width(), planes.height(), uncertainty);
				final ResultRows result = (rows, estimate) -> {
					final KnownRows input = new KnownRows(reader, aside, current, rows, settings.restoresNaNs());
					if (structure != null) structure.add(rows, stripes.without(current, rows, input.values()), estimate.mean(), input.spread(estimate.deviation(),
						(float) model.spread()));
					output.write(current, rows, input.blend(estimate.mean(), (float) settings.strength()));
				};
				// Where nothing was recorded, there is nothing to enhance; volumes that were put together have much of that.
				if (aside.isFrame(plane) || reader.isOfOneValue(plane)) KnownRows.copy(reader, plane, output, uncertainty);
				else if (blind) result.accept(planes.whole(), new BlindSpots(predictor, sampling).estimate(known.read(plane, planes
					.whole()), planes.width(), part));
				else structured += predictor.estimate(known, plane, settings.sliceAxis(), sampling, uncertainty != null, result, part);
			}
			advise(structured / count, progress);
		}
		progress.update(1, "enhanced");
	}

	/**
	 * Returns the memory that enhancing takes besides input and output, cut down to what is free now as far as it can be.
	 *
	 * @param image of which the size counts alone
	 * @param model the network of the model that will be used
	 * @param blind whether it has no noise model, or a mixture; pixels are hidden then, and a plane is held whole
	 */
	public static MemoryNeed memory(final Interval image, final Architecture model, final boolean blind,
		final EnhanceSettings settings)
	{
		final MemoryNeed samples = settings.estimate() == Estimate.MEAN ? MemoryNeed.NONE : TilePlan.of(EnhancedSamples.job(Planes.of(
			image)), MemoryNeed.NONE, settings.threads(), MemoryBudget.now()).memory();
		return samples.and(TilePlan.of(job(image, model, settings), besides(image, blind, settings), settings.threads(), MemoryBudget.now())
			.memory());
	}

	/** Returns whether a model predicts each pixel from its surroundings alone. */
	public static boolean isBlind(final VaeModel model) {
		return model.noise() instanceof NoNoise || model.noise() instanceof MixtureNoise;
	}

	private static void advise(final double structured, final Progress progress) {
		if (structured > SOME_STRUCTURE) progress.log(String.format(Locale.ROOT, "In %.0f %% of the image the model took structure for " +
			"noise, such as fine texture. What stands out of the noise was given back; what doesn't may be lost, and the uncertainty is " +
			"larger there. Train on the image to keep it.", 100 * structured));
	}

	private static Sampling sampling(final EnhanceSettings settings) {
		return new Sampling(settings.samples(), settings.orientations(), settings.seed());
	}

	private static PlaneJob job(final Interval image, final Architecture model, final EnhanceSettings settings) {
		final Planes planes = Planes.of(image);
		return PlaneJob.of(model, planes.width(), planes.height(), sampling(settings).passes(), settings.sliceAxis());
	}

	/** Returns what is held besides tiles: what pixels are set aside, and a plane whole if it must be. */
	private static MemoryNeed besides(final Interval image, final boolean blind, final EnhanceSettings settings) {
		final Planes planes = Planes.of(image);
		final MemoryNeed samples = settings.estimate() == Estimate.MEAN ? MemoryNeed.NONE : EnhancedSamples.besides(planes);
		return samples.and(SignalSearch.memory(image)).and(MemoryNeed.onHeap(PlaneStripes.bytes(planes) + (blind ? BlindSpots.BYTES_PER_PIXEL * planes.width() * planes.height() : 0)));
	}

	/** Gives back the input's values to the rows of a plane that won't be finished. */
	private static void undo(final PlaneReader reader, final PlaneWriter writer, final PlaneWriter uncertainty,
		final long plane, final int height)
	{
		for (int y = 0; y < height; y++) {
			final Region row = new Region(0, y, reader.planes().width(), 1);
			writer.write(plane, row, reader.read(plane, row));
			if (uncertainty != null) uncertainty.write(plane, row, new float[row.size()]);
		}
	}
}
