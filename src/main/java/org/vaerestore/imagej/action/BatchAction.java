package org.vaerestore.imagej.action;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.trust.Job;

import ij.ImagePlus;

/** Restores or enhances all images of a folder into another one; what is there already is left, so that it can go on after a stop. */
final class BatchAction implements Action {

	private static final String RESTORE = "restore", ENHANCE = "enhance";
	private static final String CANCELLED = "cancelled";

	static final Option.Choice JOB = new Option.Choice("job", "Job", "What to do with each image.", List.of(RESTORE,
		ENHANCE), ENHANCE);
	static final Option.PathName INPUT = new Option.PathName("input", "Input folder", "The folder of the images.", true);
	static final Option.PathName OUTPUT = new Option.PathName("output", "Output folder", "The folder for the results, TIFF " +
		"files of the same names, and " + BatchSummary.NAME + "; images whose result is there are skipped.", true);
	static final Option.Text PATTERN = new Option.Text("pattern", "Pattern of names", "Which files to take, with * and ?.",
		"a pattern such as *.tif", "*");
	static final Option.PathName MASKS = new Option.PathName("masks", "Masks folder", "For restoring: a folder with a mask of " +
		"the same name, whatever its extension, for each image; without it, images bring their own masks as overlays.", true);
	static final Option.Choice INVERT = new Option.Choice("invert", "Invert masks", "Whether the masks of the folder mark what is " +
		"to be kept instead.", List.of("no", "yes"), "no");

	static final Option.Choice REPORT = new Option.Choice("report", "Report of each", "Whether to write a report of each result, beside " +
		"it, that tells whether it may be quantified.", List.of(ResultOptions.NO, ResultOptions.YES), ResultOptions.NO);

	@Override
	public String label() {
		return "VAE Batch...";
	}

	@Override
	public String section() {
		return "Batch";
	}

	@Override
	public List<Option> options() {
		return List.of(JOB, INPUT, OUTPUT, PATTERN, MASKS, INVERT, ModelOptions.READY, ModelOptions.FILE, ModelOptions.WEIGHTS, NoiseOptions.KNOWN,
			NoiseOptions.DEVIATION, NoiseOptions.GAIN, NoiseOptions.BLACK, NoiseOptions.DARK, NoiseOptions.FLAT, ResultOptions.SAMPLES,
			ResultOptions.NEIGHBOURS, ResultOptions.UNCERTAINTY, ResultOptions.DEPTH, REPORT, ResultOptions.SEED);
	}

	@Override
	public boolean needsImage() {
		return false;
	}

	@Override
	public String advice(final ImagePlus image, final Values values, final Session session) {
		return files(values).size() + " images match. " + ModelOptions.describe(values, session);
	}

	@Override
	public void run(final ImagePlus image, final Values given, final Host host) {
		final Values values = ModelOptions.resolved(given, host.session());
		ResultOptions.checkUncertainty(values);
		checkNoise(values);
		final List<Path> files = files(values);
		final Path output = values.path(OUTPUT).orElseThrow(() -> new InputException(
			"No output folder is given; add output=[path of a folder]."));
		OutputPath.requireFolder(output);
		if (isSame(output, folder(values))) throw new InputException("Input and output are both " + output +
			"; give two folders, so that no image is overwritten.");
		final VaeModel model = ModelOptions.trained(values, host.session());
		final BatchSummary summary = new BatchSummary(output, host);
		int ended = 0;
		try (Host.JobProgress progress = host.progress(null)) {
			for (int i = 0; i < files.size(); i++) {
				if (progress.mustEnd()) break;
				progress.update((double) i / files.size(), files.get(i).getFileName() + " (" + (i + 1) + " of " + files.size() +
					")");
				final long start = System.nanoTime();
				final String result = one(files.get(i), output, model, values, host);
				if (!result.equals(CANCELLED)) ended++;
				summary.add(files.get(i), result, report(output, files.get(i)), (System.nanoTime() - start) / 1e9);
			}
			if (progress.mustEnd()) host.log("Cancelled after " + ended + " of " + files.size() +
				" images; run it again to go on.");
		}
		summary.finish();
	}

	/** Fails before any image is worked on if noise is given that would be of no use. */
	private static void checkNoise(final Values values) {
		if (!NoiseOptions.areGiven(values)) return;
		if (values.is(JOB, RESTORE)) throw new InputException("Restoring takes no noise given by hand; use job=enhance, or known=no.");
		ModelOptions.requireUntrained(values);
	}

	private static String one(final Path file, final Path folder, final VaeModel model, final Values values,
		final Host host)
	{
		final String name = baseName(file);
		final Path output = folder.resolve(name + ".tif");
		if (Files.exists(output)) return "skipped: there already";
		try (Host.JobProgress progress = host.progress(null)) {
			final ImagePlus image = ImageReader.read(file);
			final ImageJobs.Result result = values.is(JOB, ENHANCE) ? enhance(image, model, values, report(folder,
				file), progress) : restore(image, mask(image, name, values, host), model, values,
					report(folder, file), progress);
			progress.checkCancelled();
			if (ResultOptions.withUncertainty(values)) ImageWriter.write(result.uncertainty(), folder.resolve(name +
				"-uncertainty.tif"));
			// Last, as its presence says that all is done.
			ImageWriter.write(result.image(), output);
			return "done";
		}
		catch (final InputException e) {
			return "failed: " + e.getMessage();
		}
		catch (final CancelledException e) {
			return CANCELLED;
		}
		catch (final OutOfMemoryError e) {
			return "failed: " + Outcome.tooLittleMemory();
		}
		// Whatever is wrong with one image, or with the program on it, is no reason to leave the others undone.
		catch (final RuntimeException | Error e) {
			return "failed: unexpectedly (" + e + ")";
		}
	}

	private static Path report(final Path folder, final Path file) {
		return folder.resolve(baseName(file) + "-report.html");
	}

	private static ImageJobs.Result enhance(final ImagePlus image, final VaeModel given, final Values values,
		final Path report, final Host.JobProgress progress)
	{
		final TrainingImage seen = ImageJobs.trainingImage(image, null);
		final VaeModel model = ModelOptions.forImage(given, values, seen, Signal.NOISY, NoiseOptions.known(values, image),
			progress);
		final EnhanceSettings settings = new EnhanceSettings(values.whole(ResultOptions.SAMPLES), 1, values.seed(
			ResultOptions.SEED), EnhanceSettings.defaults().threads()).withSliceAxis(ResultOptions.sliceAxis(values));
		final ImageJobs.Result result = ImageJobs.enhance(image, seen.search(), model, settings, ResultOptions.depth(values).float32(image, model,
			progress), needsUncertainty(values), progress);
		if (values.is(REPORT, ResultOptions.YES) && result.isComplete()) ResultReport.write(report, image, result, null, model,
			new Job.Enhanced(settings), progress);
		return result;
	}

	private static ImageJobs.Result restore(final ImagePlus image, final Mask mask, final VaeModel given,
		final Values values, final Path report, final Host.JobProgress progress)
	{
		final VaeModel model = ModelOptions.forImage(given, values, ImageJobs.trainingImage(image, mask), Signal.CLEAN, null,
			progress);
		final RestoreSettings settings = new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, values
			.whole(ResultOptions.SAMPLES), values.seed(ResultOptions.SEED), RestoreSettings.defaults().threads(), ResultOptions
				.sliceAxis(values));
		final ImageJobs.Result result = ImageJobs.restore(image, mask, model, settings, ResultOptions.depth(values).float32(image, model,
			progress), needsUncertainty(values), progress);
		if (values.is(REPORT, ResultOptions.YES)) ResultReport.write(report, image, result, mask, model, new Job.Restored(
			settings), progress);
		return result;
	}

	private static boolean needsUncertainty(final Values values) {
		return ResultOptions.withUncertainty(values) || values.is(REPORT, ResultOptions.YES) && values.whole(
			ResultOptions.SAMPLES) != 1;
	}

	private static Mask mask(final ImagePlus image, final String name, final Values values, final Host host) {
		if (values.path(MASKS).isEmpty()) {
			if (!MaskOf.isThere(image)) throw new InputException("\"" + image.getTitle() + "\" has no mask in its overlay; give " +
				"a folder of masks with masks=.");
			host.log(MaskShare.describe(MaskOf.image(image), MaskAction.name(image), MaskAction.REMEDY));
			return MaskOf.image(image);
		}
		final Path folder = values.path(MASKS).get();
		final Path file = list(folder).stream().filter(candidate -> baseName(candidate).equals(name)).findFirst().orElseThrow(
			() -> new InputException("There is no mask named " + name + " in " + folder + "."));
		final Mask read = Mask.read(file, image, values.is(INVERT, "yes")), mask = read.withNaNs(image);
		host.log(MaskShare.describe(read, file.toString(), "invert=yes"));
		mask.requireSense(file.toString());
		return mask;
	}

	private static List<Path> files(final Values values) {
		final PathMatcher matcher;
		try {
			matcher = FileSystems.getDefault().getPathMatcher("glob:" + values.text(PATTERN));
		}
		catch (final PatternSyntaxException e) {
			throw new InputException("The value pattern=" + values.text(PATTERN) + " is not a pattern (" + e.getDescription() +
				"); use * and ?, as in *.tif.", e);
		}
		final List<Path> files = list(folder(values)).stream().filter(file -> matcher.matches(file.getFileName())).toList();
		if (files.isEmpty()) throw new InputException("No file in " + folder(values) + " matches " + values.text(PATTERN) +
			".");
		requireOwnResults(files);
		return files;
	}

	private static void requireOwnResults(final List<Path> files) {
		final Map<String, Path> sources = new HashMap<>();
		for (final Path file : files) {
			final Path other = sources.put(baseName(file), file);
			if (other != null) throw new InputException("The results of " + other.getFileName() + " and " + file.getFileName() +
				" would be the same file; choose one of them with pattern=.");
		}
	}

	private static Path folder(final Values values) {
		return values.path(INPUT).orElseThrow(() -> new InputException(
			"No input folder is given; add input=[path of a folder]."));
	}

	private static List<Path> list(final Path folder) {
		if (!Files.isDirectory(folder)) throw new InputException("There is no folder " + folder + "; check the path.");
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).sorted()
				.toList();
		}
		catch (final IOException e) {
			throw new InputException("The folder " + folder + " can't be read (" + e.getMessage() + ").", e);
		}
	}

	private static boolean isSame(final Path a, final Path b) {
		return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
	}

	private static String baseName(final Path file) {
		final String name = file.getFileName().toString();
		final int point = name.lastIndexOf('.');
		return point > 0 ? name.substring(0, point) : name;
	}
}
