package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.imagej.ResultDepth;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.trust.Job;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;

/** What Restore and Enhance make, and how sure they are to be. */
final class ResultOptions {

	static final String SLICE = "slice", STACK = "stack", IMAGES = "images";
	static final String NEW = "new", IN_PLACE = "in-place";
	static final String YES = "yes", NO = "no";

	static final Option.Choice APPLY = new Option.Choice("apply", "Apply to", "The current slice with all its channels, " +
		"the whole stack, or all open images, each in whole.", List.of(SLICE, STACK, IMAGES), STACK);
	static final Option.Destination OUTPUT = new Option.Destination("output", "Output", "A new image, the image itself in-place " +
		"(Edit>Undo takes back a single slice), or an OME-Zarr that is written instead, with any uncertainty beside it.", List.of(NEW,
			IN_PLACE), NEW);
	static final Option.Choice DEPTH = new Option.Choice("depth", "Depth of result", "The same bit depth as the image, " +
		"rounded; 32 bit, unless in-place; or auto, which is 32 bit where rounding would be coarse against noise or range.",
		ResultDepth.names(), "auto");
	static final Option.Number SAMPLES = new Option.Number("samples", "Samples (0: closest estimate)", "The number of samples " +
		"of which the mean is taken, or of alternatives; 0 follows the prior's mean in all flips and rotations, which comes closest to the " +
		"truth.", "", 0, 10_000, true, 0);
	static final Option.Choice NEIGHBOURS = new Option.Choice("neighbours", "Neighbours in the stack", "Whether slices beside " +
		"each other, or else frames, help: to restore one that is damaged where they are not, and to enhance where they " +
		"show the same; with apply=stack.", List.of("auto", "none"), "auto");
	static final Option.Choice UNCERTAINTY = new Option.Choice("uncertainty", "Uncertainty image", "Whether to make an " +
		"image of the standard deviation of the signal, in units of the image.", List.of(NO, YES), NO);
	static final Option.PathName REPORT = new Option.PathName("report", "Report", "Where to write a report that tells whether the " +
		"result may be quantified: an .html page, and its figures as .json beside it.", false);
	static final Option.Number SEED = new Option.Number("seed", "Seed", "The seed of everything random: the same one gives " +
		"the same result again.", "", 0, 1e9, true, 1);

	/** Alternatives that a preview shows at most. */
	private static final int PREVIEWED = 4;

	private ResultOptions() {}

	/** Fails early if values contradict each other. */
	static void check(final Values values) {
		if (inPlace(values) && values.is(DEPTH, "32-bit")) throw new InputException("In place, a result has " +
			"the image's own depth; use output=new for 32 bit, or depth=same.");
		checkUncertainty(values);
		values.path(REPORT).ifPresent(ResultReport::require);
		final Optional<ZarrOutput> zarr = ZarrOutput.of(values);
		if (zarr.isPresent() && values.is(APPLY, IMAGES)) throw new InputException("The output " + zarr.get().path() +
			" is for one image; use apply=stack, or output=new.");
		zarr.ifPresent(ZarrOutput::check);
	}

	/**
	 * Fails early if what is asked for doesn't go with what is made of the unknown.
	 *
	 * @param result the option that says what
	 */
	static void checkEstimate(final Values values, final Option.Choice result) {
		final Estimate estimate = values.constant(result, Estimate.class);
		if (estimate == Estimate.MEAN) return;
		if (values.path(REPORT).isPresent()) throw new InputException(estimate == Estimate.NATURAL
			? "A natural result is one of many that may have been there, and nothing to be measured in; leave report= out, or use result=mean."
			: "Alternatives are no estimate to be measured in; leave report= out, or use result=mean.");
		if (estimate == Estimate.NATURAL) return;
		if (inPlace(values)) throw new InputException("Alternatives are a new stack; use output=new.");
		if (values.whole(SAMPLES) < 2) throw new InputException("Alternatives are samples, and samples is " + values.text(SAMPLES) +
			"; ask for 2 or more.");
		if (withUncertainty(values)) throw new InputException("Alternatives show by themselves how sure the model is; use " +
			"uncertainty=no, or result=mean.");
	}

	/** Fails early if one sample is to tell how far samples differ. */
	static void checkUncertainty(final Values values) {
		if (values.is(UNCERTAINTY, YES) && values.whole(SAMPLES) == 1) throw new InputException("The uncertainty needs at " +
			"least 2 samples, and samples is 1; use 0 or more than 1.");
	}

	/** Returns the number of alternatives that are previewed. */
	static int previewed(final Values values) {
		return Math.min(PREVIEWED, values.whole(SAMPLES));
	}

	/** Returns the part of an image that a command applies to. */
	static PlaneCut cut(final ImagePlus image, final Values values) {
		return values.is(APPLY, SLICE) ? PlaneCut.current(image) : PlaneCut.whole(image);
	}

	/** Returns whether a result can be written row by row, as that of all planes. */
	static boolean areRows(final Values values, final Option.Choice result) {
		return ZarrOutput.of(values).isPresent() && !values.is(APPLY, SLICE) && values.constant(result, Estimate.class) != Estimate.ALTERNATIVES;
	}

	/** Shows a result, or writes it if that was asked for. */
	static void show(final ImageJobs.Result result, final Values values, final Host host) {
		final Optional<ZarrOutput> zarr = ZarrOutput.of(values);
		if (zarr.isPresent()) {
			zarr.get().write(result, host);
			return;
		}
		if (result.uncertainty() != null) host.show(result.uncertainty());
		// Last, so that it is the active one.
		host.show(result.image());
	}

	static boolean inPlace(final Values values) {
		return values.text(OUTPUT).equals(IN_PLACE);
	}

	static ResultDepth depth(final Values values) {
		return ResultDepth.of(values.text(DEPTH));
	}

	/** Returns whether a new result is to be 32-bit, and logs why if that is found alone; one in place never is, and is said to be rounded. */
	static boolean float32(final Values values, final ImagePlus image, final VaeModel model, final Progress progress) {
		if (!inPlace(values)) return depth(values).float32(image, model, progress);
		depth(values).warn(image, model, progress);
		return false;
	}

	/** Returns whether 32-bit results were asked for, for what is to be known before there is a model. */
	static boolean asksForFloat(final Values values) {
		return depth(values) == ResultDepth.FLOAT;
	}

	/** Returns an axis of slices, or -1 if each plane is to be treated on its own. */
	static int sliceAxis(final Values values) {
		return values.is(NEIGHBOURS, "auto") ? 2 : -1;
	}

	/** Returns whether an image of the uncertainty is to be shown. */
	static boolean withUncertainty(final Values values) {
		return values.is(UNCERTAINTY, YES);
	}

	/** Returns whether the uncertainty is to be computed: to be shown, or for the report. */
	static boolean needsUncertainty(final Values values) {
		return withUncertainty(values) || values.path(REPORT).isPresent() && values.whole(SAMPLES) != 1;
	}

	/** Returns the share of the work that comes before the report. */
	static double work(final Values values) {
		return values.path(REPORT).isPresent() ? 0.7 : 1;
	}

	/** Returns the memory that the report takes, if it is asked for. */
	static MemoryNeed reportMemory(final Values values, final ImagePlus image) {
		return values.path(REPORT).isPresent() ? ResultReport.memory(image) : MemoryNeed.NONE;
	}

	/** Returns where the report on an image goes if it is asked for; of one of several images, its name says which. */
	static Optional<Path> reportPath(final Values values, final ImagePlus image) {
		return values.path(REPORT).map(asked -> values.is(APPLY, IMAGES) ? ResultReport.of(asked, image) : asked);
	}

	/**
	 * Writes the report if it is asked for.
	 *
	 * @param input as it was before
	 * @param mask of what was restored; null if nothing was
	 * @return the result without what the report alone needed
	 */
	static ImageJobs.Result report(final Values values, final ImagePlus input, final ImageJobs.Result result, final Mask mask,
		final VaeModel model, final Job job, final Host host, final Progress progress)
	{
		final Optional<Path> path = reportPath(values, input);
		if (path.isEmpty()) return result;
		host.log(ResultReport.write(path.get(), input, result, mask, model, job, progress));
		return withUncertainty(values) ? result : new ImageJobs.Result(result.image(), null, result.planes());
	}
}
