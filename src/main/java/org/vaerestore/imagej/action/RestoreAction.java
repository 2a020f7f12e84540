package org.vaerestore.imagej.action;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageMemory;
import org.vaerestore.imagej.InPlace;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.LargeImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.imagej.PlaneRegion;
import org.vaerestore.imagej.SyntheticPixels;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.Signal;
import org.vaerestore.trust.Job;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;

/** Restores what an image's mask marks. */
final class RestoreAction implements Action {

	static final Option.Choice RESULT = Option.Choice.of("result", "Result", "What to make of a hole: the mean comes closest to the " +
		"truth, and is too smooth to look like it; natural is one of many possible truths, drawn as a sample, and nothing to measure " +
		"in; alternatives are a stack of those, as many as samples.", Estimate.MEAN);
	static final Option.Choice MODE = Option.Choice.of("mode", "Mode", "Full resolution in tiles, or the whole image resized " +
		"to the model's input size, for looks alone.", RestoreSettings.Mode.TILES);

	@Override
	public String label() {
		return "VAE Restore...";
	}

	@Override
	public String section() {
		return "Restore";
	}

	@Override
	public List<Option> options() {
		return List.of(ModelOptions.MODEL, ModelOptions.FILE, ModelOptions.WEIGHTS, ModelOptions.MINUTES,
			InputImage.INPUT, RestoredMask.MASK, RestoredMask.INVERT, ResultOptions.APPLY, ResultOptions.OUTPUT, RESULT, ResultOptions.SAMPLES, ResultOptions.NEIGHBOURS, ResultOptions.UNCERTAINTY, ResultOptions.DEPTH, MODE,
			ResultOptions.REPORT, ResultOptions.SEED);
	}

	/** See {@link EnhanceAction#needsImage}. */
	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		InputImage.check(image, values, label());
		RestoredMask.check(values);
		final String input = InputImage.describe(image, values);
		// Masks in files are read once, when they are needed.
		if (InputImage.isGiven(values) || RestoredMask.isGiven(values)) return input + (RestoredMask.isGiven(values) ? "To be restored: what " +
			values.text(RestoredMask.MASK) + " marks.\n" : "Say what to restore in it by mask=.\n") + ModelOptions.describe(values, session);
		final PlaneCut cut = ResultOptions.cut(image, values);
		final Mask marked = cut.cut(MaskOf.image(image));
		// A virtual stack is read once, when it is to be restored.
		final Mask mask = cut.input().getStack().isVirtual() ? new Mask(marked.axes(), marked.planes(), true) : marked.withNaNs(cut
			.input());
		final String advice = input + describe(mask) + "\n" + ModelOptions.describe(values, session);
		return mask.count() == 0 ? advice : advice + "\n" + MemoryBudget.now().compare(memory(cut.input(), mask, values,
			session));
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
		final PlaneCut plane = PlaneCut.current(image);
		final Mask marked = RestoredMask.of(image, values);
		final VaeModel model = ModelOptions.forPreview(values, plane.input(), plane.cut(marked), Signal.CLEAN, null, session);
		final PlaneRegion part = new PlaneRegion(image, region);
		final ImagePlus visible = part.copy();
		final Mask mask = part.cut(marked).withNaNs(visible);
		if (mask.count() == 0) throw new InputException("Nothing is masked in the visible region; scroll to what is to be " +
			"restored.");
		return isAlternatives(values) ? ImageJobs.alternatives(visible, mask, model, settings(values, ResultOptions.previewed(values)),
			false, progress) : ImageJobs.restore(visible, mask, model, settings(values), false, false, progress).image();
	}

	private static Estimate estimate(final Values values) {
		return values.constant(RESULT, Estimate.class);
	}

	private static boolean isAlternatives(final Values values) {
		return estimate(values) == Estimate.ALTERNATIVES;
	}

	@Override
	public void run(final ImagePlus image, final Values values, final Host host) {
		ResultOptions.check(values);
		ResultOptions.checkEstimate(values, RESULT);
		RestoredMask.check(values);
		InputImage.check(image, values, label());
		// A report is made of images in memory.
		if (ResultOptions.areRows(values, RESULT) && values.path(ResultOptions.REPORT).isEmpty() && restoreRows(image, values, host)) return;
		for (final ImagePlus target : Targets.of(InputImage.of(image, values, host), values, MaskOf::isThere,
			"has a mask; mark what to restore with VAE Select ROI as Mask"))
			restore(target, values, host);
	}

	/** Restores into an OME-Zarr; returns false if the image isn't read row by row. */
	private static boolean restoreRows(final ImagePlus image, final Values values, final Host host) {
		final Optional<InputRows> rows = InputRows.open(image, values);
		if (rows.isEmpty()) return false;
		final ZarrOutput output = ZarrOutput.of(values).orElseThrow();
		try (InputRows input = rows.get()) {
			final Mask mask = input.large().withNaNs(RestoredMask.of(input, values));
			requireSense(input.shown(), mask, values);
			host.log(MaskShare.describe(mask, RestoredMask.name(input.shown(), values), RestoredMask.remedy(values)));
			restore(input, mask, values, host, output);
		}
		output.tell(host);
		return true;
	}

	private static void restore(final ImagePlus image, final Values values, final Host host) {
		final PlaneCut cut = ResultOptions.cut(image, values);
		final ImagePlus input = cut.input();
		final Mask marked = RestoredMask.of(image, values), mask = cut.cut(marked).withNaNs(input);
		requireSense(image, mask, values);
		host.log(MaskShare.describe(mask, RestoredMask.name(image, values), RestoredMask.remedy(values)));
		if (cut.isWhole() && !ResultOptions.inPlace(values) && !isAlternatives(values) && ResultFile.isWanted(image,
			() -> memory(image, mask, values, host.session())))
		{
			restoreIntoFile(image, mask, values, host, ResultFile.beside(image, "restored"));
			return;
		}
		// Before anything is learned for it.
		MemoryBudget.require(memory(input, mask, values, host.session()), "restoring \"" + image.getTitle() + "\"",
			"apply to a slice, or mask less at a time");
		if (ResultOptions.inPlace(values)) try (ImageLock lock = new ImageLock(image)) {
			inPlace(cut, mask, restored(image, input, marked, mask, values, host), host);
		}
		else if (isAlternatives(values)) {
			final VaeModel model = model(image, marked, values, host);
			final ImagePlus alternatives;
			try (Host.JobProgress progress = host.progress(image)) {
				alternatives = ImageJobs.alternatives(input, mask, model, settings(values), ResultOptions.float32(values, image, model, progress),
					progress);
			}
			ResultOptions.show(ImageJobs.Result.of(alternatives), values, host);
		}
		else ResultOptions.show(restored(image, input, marked, mask, values, host), values, host);
	}

	/** Restores a virtual stack into a file, and opens that as a virtual stack. */
	static void restoreIntoFile(final ImagePlus image, final Mask mask, final Values values, final Host host,
		final Path file)
	{
		if (ResultOptions.needsUncertainty(values)) throw new InputException("The result is too large for memory, so it goes into " +
			"a file, and there is none for the uncertainty or a report; use uncertainty=no without report=, or vae-restore on the " +
			"command line.");
		host.log("The result is too large for memory; it is written to " + file + " and opened as a virtual stack.");
		try (InputRows input = new InputRows(LargeImage.of(image), image)) {
			restore(input, mask, values, host, new ZarrOutput(file, null));
		}
		host.show(ResultFile.open(file));
	}

	private static void restore(final InputRows input, final Mask mask, final Values values, final Host host, final ZarrOutput output) {
		final RestoreSettings settings = settings(values);
		final ImagePlus image = input.shown();
		MemoryBudget.require(LargeImageJobs.memory(input.large(), mask, architecture(values, host.session()), settings), "restoring \"" + image
			.getTitle() + "\"", "mask less at a time");
		final VaeModel model = ModelOptions.get(values, image, input.large().trainingImage(mask), Signal.CLEAN, null, host);
		try (Host.JobProgress progress = host.progress(image)) {
			LargeImageJobs.restore(input.large(), mask, model, settings, ResultOptions.float32(values, image, model, progress), output.path(),
				output.uncertainty(), progress);
		}
	}

	private static ImageJobs.Result restored(final ImagePlus image, final ImagePlus input, final Mask marked, final Mask mask,
		final Values values, final Host host)
	{
		final VaeModel model = model(image, marked, values, host);
		try (Host.JobProgress progress = host.progress(image)) {
			final RestoreSettings settings = settings(values);
			return ResultOptions.report(values, input, ImageJobs.restore(input, mask, model, settings, ResultOptions.float32(values, image,
				model, progress), ResultOptions.needsUncertainty(values), progress.part(0, ResultOptions.work(values))), mask, model, new Job.Restored(
					settings), host, progress.part(ResultOptions.work(values), 1));
		}
	}

	private static void inPlace(final PlaneCut cut, final Mask mask, final ImageJobs.Result result, final Host host) {
		final ImagePlus image = cut.image();
		final Mask restored = cut.spread(mask);
		final Mask left = MaskOf.image(image).without(restored);
		InPlace.change(image, () -> {
			cut.putBack(result.image());
			image.setProperties(result.image().getPropertiesAsArray());
			if (left.count() == 0) MaskOverlay.remove(image);
			else MaskOverlay.put(image, left);
			SyntheticPixels.mark(image, restored);
		});
		if (result.uncertainty() != null) host.show(result.uncertainty());
	}

	// What is damaged in other slices isn't to be learned either.
	private static VaeModel model(final ImagePlus image, final Mask marked, final Values values, final Host host) {
		return ModelOptions.get(values, image, ImageJobs.trainingImage(image, marked), Signal.CLEAN, null, host);
	}

	private static void requireSense(final ImagePlus image, final Mask mask, final Values values) {
		if (mask.count() == 0 && !RestoredMask.isGiven(values)) throw new InputException("Nothing is marked in \"" + image.getTitle() +
			"\" to be restored. " + (InputImage.isGiven(values) ? "Give a mask with mask=." :
				"Draw around what is damaged, then run VAE Select ROI as Mask."));
		mask.requireSense(RestoredMask.name(image, values));
	}

	private static MemoryNeed memory(final ImagePlus input, final Mask mask, final Values values, final Session session) {
		return ImageMemory.restoring(input, mask, architecture(values, session), settings(values), ResultOptions.asksForFloat(
			values), ResultOptions.needsUncertainty(values), ResultOptions.reportMemory(values, input));
	}

	private static Architecture architecture(final Values values, final Session session) {
		return ModelOptions.network(values, session);
	}

	private static RestoreSettings settings(final Values values) {
		return settings(values, values.whole(ResultOptions.SAMPLES));
	}

	private static RestoreSettings settings(final Values values, final int samples) {
		return new RestoreSettings(values.constant(MODE, RestoreSettings.Mode.class), estimate(values), samples, values.seed(ResultOptions.SEED), RestoreSettings.defaults().threads(), ResultOptions.sliceAxis(
				values));
	}

	private static String describe(final Mask mask) {
		final long count = mask.count();
		if (count == 0) return "Nothing is marked there: draw around what is damaged and run VAE Select ROI as Mask.";
		final double all = (double) mask.axes().width() * mask.axes().height() * mask.axes().planes();
		return String.format(Locale.ROOT, "To be restored: %,d pixels (%.2f %%).", count, 100 * count / all);
	}
}
