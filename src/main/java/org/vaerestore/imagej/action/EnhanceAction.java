package org.vaerestore.imagej.action;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageMemory;
import org.vaerestore.imagej.InPlace;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.LargeImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.imagej.PlaneRegion;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.imagej.SyntheticPixels;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.trust.Job;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;

/** Estimates the signal behind the noise of an image. */
final class EnhanceAction implements Action {

	static final Option.Number STRENGTH = new Option.Number("strength", "Strength", "The share of the enhanced image in the " +
		"result, the rest being the input.", "%", 0, 100, false, 100);
	static final Option.Choice RESULT = Option.Choice.of("result", "Result", "What to make of what the noise leaves open: the mean " +
		"comes closest to the truth, and is too smooth to look like it; natural is one of many possible truths, drawn as a sample with " +
		"the texture that it may have, and nothing to measure in; alternatives are a stack of those, as many as samples.", Estimate.MEAN);
	static final Option.Choice QUALITY = new Option.Choice("quality", "Quality", "The mean of passes in all eight flips and " +
		"rotations, which comes closest to the truth, or a single pass, eight times as fast; for samples=0.", List.of("best",
			"fast"), "best");
	static final Option.Choice NAN = new Option.Choice("nan", "NaN pixels", "Whether pixels that are no numbers stay so, or " +
		"get estimates, which are marked as synthetic.", List.of("keep", "restore"), "keep");

	@Override
	public String label() {
		return "VAE Enhance...";
	}

	@Override
	public String section() {
		return "Enhance";
	}

	@Override
	public List<Option> options() {
		return List.of(ModelOptions.MODEL, ModelOptions.FILE, ModelOptions.WEIGHTS, ModelOptions.MINUTES, NoiseOptions.KNOWN,
			NoiseOptions.DEVIATION, NoiseOptions.GAIN, NoiseOptions.BLACK, NoiseOptions.DARK, NoiseOptions.FLAT, InputImage.INPUT, ResultOptions.APPLY,
			ResultOptions.OUTPUT, RESULT, STRENGTH, QUALITY, NAN, ResultOptions.SAMPLES, ResultOptions.NEIGHBOURS, ResultOptions.UNCERTAINTY, ResultOptions.DEPTH,
			ResultOptions.REPORT, ResultOptions.SEED);
	}

	/** That the input is missing is seen once it is known whether another one than the active image is named. */
	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		InputImage.check(image, values, label());
		final String advice = InputImage.describe(image, values) + ModelOptions.describe(values, session);
		return InputImage.isGiven(values) ? advice : advice + "\n" + MemoryBudget.now().compare(memory(ResultOptions.cut(image, values)
			.input(), values, session));
	}

	@Override
	public boolean canPreview() {
		return true;
	}

	@Override
	public ImagePlus preview(final ImagePlus image, final Rectangle region, final Values values, final Session session,
		final Progress progress)
	{
		InputImage.checkPreview(values);
		final VaeModel model = ModelOptions.forPreview(values, PlaneCut.current(image).input(), null, Signal.NOISY, NoiseOptions
			.known(values, image), session);
		final EnhanceSettings settings = settings(values);
		final ImagePlus visible = new PlaneRegion(image, region).copy();
		return isAlternatives(values) ? ImageJobs.alternatives(visible, ImageJobs.trainingImage(visible, null).search(), model, settings.with(Estimate.ALTERNATIVES, ResultOptions.previewed(
			values)), false, progress) : ImageJobs.enhance(visible, model, settings, false, false, progress).image();
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		ResultOptions.check(values);
		ResultOptions.checkEstimate(values, RESULT);
		if (estimate(values) != Estimate.MEAN && values.number(STRENGTH) != 100) throw new InputException("The strength is " + values.text(
			STRENGTH) + " %, and samples are of the signal alone; use strength=100, or result=mean.");
		InputImage.check(image, values, label());
		if (ResultOptions.areRows(values, RESULT) && enhanceRows(image, values, host)) return;
		for (final ImagePlus target : Targets.of(InputImage.of(image, values, host), values, candidate -> true, "is there; open one"))
			if (!enhance(target, values, host)) return;
	}

	/** Enhances into an OME-Zarr; returns false if the image isn't read row by row. */
	private static boolean enhanceRows(final ImagePlus image, final Values values, final Host host) {
		final Optional<InputRows> rows = InputRows.open(image, values);
		if (rows.isEmpty()) return false;
		final ZarrOutput output = ZarrOutput.of(values).orElseThrow();
		try (InputRows input = rows.get()) {
			enhance(input, values, host, output);
		}
		output.tell(host);
		return true;
	}

	/** Returns whether it came to its end. */
	private static boolean enhance(final ImagePlus image, final Values values, final Host host) {
		final PlaneCut cut = ResultOptions.cut(image, values);
		if (!ResultOptions.inPlace(values)) {
			if (isAlternatives(values)) {
				ResultOptions.show(ImageJobs.Result.of(alternatives(cut, values, host)), values, host);
				return true;
			}
			if (cut.isWhole() && ResultFile.isWanted(image, () -> memory(image, values, host.session()))) {
				enhanceIntoFile(image, values, host, ResultFile.beside(image, "enhanced"));
				return true;
			}
			final ImageJobs.Result result = enhanced(cut, values, host);
			ResultOptions.show(result, values, host);
			return result.isComplete();
		}
		try (ImageLock lock = new ImageLock(image)) {
			final Mask unknown = Mask.none(cut.input()).withNaNs(cut.input());
			final ImageJobs.Result result = enhanced(cut, values, host);
			InPlace.change(image, () -> {
				cut.putBack(result.image());
				image.setProperties(result.image().getPropertiesAsArray());
				if (values.is(NAN, "restore") && unknown.count() > 0) SyntheticPixels.mark(image, cut.spread(unknown));
			});
			if (result.uncertainty() != null) host.show(result.uncertainty());
			return result.isComplete();
		}
	}

	/** Enhances a virtual stack into a file, and opens that as a virtual stack. */
	static void enhanceIntoFile(final ImagePlus image, final Values values, final Host host, final Path file) {
		if (ResultOptions.withUncertainty(values)) throw new InputException("The result is too large for memory, so it goes into a " +
			"file, and there is none for the uncertainty; use uncertainty=no, or vae-restore on the command line.");
		host.log("The result is too large for memory; it is written to " + file + " and opened as a virtual stack.");
		try (InputRows input = new InputRows(LargeImage.of(image), image)) {
			enhance(input, values, host, new ZarrOutput(file, null));
		}
		host.show(ResultFile.open(file));
	}

	private static void enhance(final InputRows input, final Values values, final Host host, final ZarrOutput output) {
		final ImagePlus image = input.shown();
		final VaeModel model = ModelOptions.get(values, image, input.large().trainingImage(null), Signal.NOISY, NoiseOptions.known(values,
			image), host);
		try (Host.JobProgress progress = host.progress(image)) {
			LargeImageJobs.enhance(input.large(), model, settings(values), ResultOptions.float32(values, image, model, progress), output.path(),
				output.uncertainty(), progress);
			ResultOptions.reportPath(values, image).ifPresent(path -> host.log(ResultReport.write(path, input.large(), output.path(), model,
				new Job.Enhanced(settings(values)), progress)));
		}
	}

	private static ImagePlus alternatives(final PlaneCut cut, final Values values, final Host host) {
		final ImagePlus image = cut.image();
		final TrainingImage seen = seen(image);
		final VaeModel model = model(cut, seen, values, host);
		try (Host.JobProgress progress = host.progress(image)) {
			return ImageJobs.alternatives(cut.input(), search(cut, seen), model, settings(values), ResultOptions.float32(values, image, model,
				progress), progress);
		}
	}

	private static SignalSearch search(final PlaneCut cut, final TrainingImage seen) {
		return cut.isWhole() ? seen.search() : ImageJobs.trainingImage(cut.input(), null).search();
	}

	private static TrainingImage seen(final ImagePlus image) {
		final Mask mask = MaskOf.image(image);
		return ImageJobs.trainingImage(image, mask.count() == 0 ? null : mask);
	}

	private static VaeModel model(final PlaneCut cut, final TrainingImage seen, final Values values, final Host host) {
		final ImagePlus image = cut.image();
		// Before anything is learned for it.
		MemoryBudget.require(memory(cut.input(), values, host.session()), "enhancing \"" + image.getTitle() + "\"",
			"apply to a slice");
		return ModelOptions.get(values, image, seen, Signal.NOISY, NoiseOptions.known(values, image), host);
	}

	private static Estimate estimate(final Values values) {
		return values.constant(RESULT, Estimate.class);
	}

	private static boolean isAlternatives(final Values values) {
		return estimate(values) == Estimate.ALTERNATIVES;
	}

	private static ImageJobs.Result enhanced(final PlaneCut cut, final Values values, final Host host) {
		final ImagePlus image = cut.image();
		final TrainingImage seen = seen(image);
		final VaeModel model = model(cut, seen, values, host);
		final ImagePlus input = cut.input();
		final SignalSearch search = search(cut, seen);
		try (Host.JobProgress progress = host.progress(image)) {
			final ImageJobs.Result result = ImageJobs.enhance(input, search, model, settings(values), ResultOptions.float32(
				values, image, model, progress), ResultOptions.needsUncertainty(values), progress.part(0, ResultOptions.work(values)));
			if (!result.isComplete()) host.log("Cancelled: the first " + result.planes() + " of " + result.image()
				.getStackSize() + " planes of \"" + result.image().getTitle() + "\" are enhanced, the others as they were.");
			return !result.isComplete() ? result : ResultOptions.report(values, input, result, null, model, new Job.Enhanced(
				settings(values)), host, progress.part(ResultOptions.work(values), 1));
		}
	}

	private static MemoryNeed memory(final ImagePlus input, final Values values, final Session session) {
		final Optional<VaeModel> model = ModelOptions.known(values, session);
		return ImageMemory.enhancing(input, ModelOptions.network(values, session), model.map(
			Enhancement::isBlind).orElse(false), settings(values), ResultOptions.asksForFloat(values), ResultOptions
				.needsUncertainty(values), ResultOptions.reportMemory(values, input));
	}

	private static EnhanceSettings settings(final Values values) {
		return new EnhanceSettings(values.whole(ResultOptions.SAMPLES), values.number(STRENGTH) / 100, values.seed(
			ResultOptions.SEED), EnhanceSettings.defaults().threads()).withSliceAxis(ResultOptions.sliceAxis(values))
				.withOrientations(values.is(QUALITY, "fast") ? 1 : 8).withNaNs(values.is(NAN, "restore")).with(estimate(values), values.whole(
					ResultOptions.SAMPLES));
	}
}
