package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.enhance.Enhancement;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageMemory;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.LargeImageJobs;
import org.vaerestore.imagej.NoiseOfImages;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.imagej.ZarrJobs;
import org.vaerestore.job.InputException;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.trust.Job;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "enhance", header = "Removes the noise of an image or stack.", footer = { "", "Examples:",
	"  vae-restore enhance --input noisy.tif --output enhanced.tif",
	"  vae-restore enhance --input noisy.tif --model stack.vae.zip --samples 32 --output enhanced.tif",
	"  vae-restore enhance --input noisy.tif --noise-gain 2.1 --noise-readout 3 --black-level 100 --output enhanced.tif", "",
	MemoryNote.HEADING, MemoryNote.TILES })
final class EnhanceCommand implements Runnable {

	private final Terminal terminal;
	private final Execution execution;

	@Option(names = "--input", required = true, paramLabel = "PATH", description =
		"Image or stack to enhance: a file that ImageJ opens, a folder of slices, or an OME-Zarr.")
	private Path input;

	@Option(names = "--fast", description =
		"Make one pass instead of eight, in flips and rotations: eight times as fast, nearly as close to the truth.")
	private boolean fast;

	@Option(names = "--result", paramLabel = "RESULT", defaultValue = "mean", converter = Choice.OfEstimate.class,
		completionCandidates = Choice.OfEstimate.class, description =
			"What to make of what the noise leaves open: natural is one sample, with the texture that may have been there; mean comes " +
				"closest to the truth and is too smooth; alternatives are a stack of --samples samples: ${COMPLETION-CANDIDATES} (default: " +
				"${DEFAULT-VALUE}).")
	private Estimate estimate;

	@Option(names = "--strength", paramLabel = "PERCENT", defaultValue = "100", description =
		"Share of the enhanced image in the result, the rest being the input (default: ${DEFAULT-VALUE}).")
	private double strength;

	@Option(names = "--nan", paramLabel = "WHAT", defaultValue = "keep", converter = Choice.OfNaNs.class,
		completionCandidates = Choice.OfNaNs.class, description =
		"What to do with pixels that are no numbers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
	private NaNs nan;

	@Mixin
	private ResultOptions results;

	@Mixin
	private ModelChoice choice;

	@Mixin
	private KnownNoiseOptions known;

	@Mixin
	private ComputeOptions compute;

	@Mixin
	private BlockOptions blocks;

	EnhanceCommand(final Terminal terminal, final Execution execution) {
		this.terminal = terminal;
		this.execution = execution;
	}

	@Override
	public void run() {
		results.check(estimate);
		if (estimate != Estimate.MEAN && strength != 100) throw new InputException("--strength is " + strength +
			", and samples are of the signal alone; use 100, or --result mean.");
		final EnhanceSettings settings = new EnhanceSettings(results.samples(), strength / 100, compute
			.seed(), compute.threads()).withSliceAxis(results.sliceAxis()).withOrientations(fast ? 1 : 8).withNaNs(
				nan == NaNs.RESTORE).with(estimate, results.samples());
		final VaeModel given = choice.read();
		if (known.areGiven() && given != null) throw new InputException("The model " + given.id() +
			" has the noise of its training, and takes none given by hand; use --model built-in, or give the noise to train.");
		final Optional<LargeImage> large = results.areRows() && estimate != Estimate.ALTERNATIVES ? LargeImage.open(input, execution.stores()) : Optional.empty();
		if (large.isEmpty()) {
			blocks.requireNone();
			enhance(ImageReader.read(input), given, settings);
		}
		else try (LargeImage image = large.get()) {
			if (ZarrJobs.isOne(image, results.output(), results.uncertainty())) enhanceInBlocks(image, given, settings);
			else enhance(image, given, settings);
		}
	}

	private void enhance(final ImagePlus image, final VaeModel given, final EnhanceSettings settings) {
		results.checkFormat(image);
		terminal.remarkMemory(ImageMemory.enhancing(image, choice.network(given, compute), isBlind(given), settings, results.asksForFloat(),
			results.withUncertainty(), results.reportMemory(image)), "enhancing " + input);
		final TrainingImage seen = ImageJobs.trainingImage(image, null);
		final VaeModel model = given == null ? train(seen, shown -> NoiseOfImages
			.given(shown, image)) : given;
		try (TerminalProgress progress = terminal.progress()) {
			final boolean float32 = results.float32(image, model, progress);
			final ImageJobs.Result result = estimate == Estimate.ALTERNATIVES ? ImageJobs.Result.of(ImageJobs.alternatives(image, seen
				.search(), model, settings, float32, progress)) : ImageJobs.enhance(image, seen.search(), model, settings, float32, results.withUncertainty(),
					progress);
			progress.checkCancelled();
			results.write(result, terminal);
			if (results.report() != null) terminal.print(ResultReport.write(results.report(), image, result, null, model, new Job.Enhanced(
				settings), progress));
		}
	}

	private void enhanceInBlocks(final LargeImage image, final VaeModel given, final EnhanceSettings settings) {
		terminal.remark("The image is read and written block by block.");
		final boolean made = blocks.run(results.output(), asked -> {
			final VaeModel model = given == null ? train(image.trainingImage(null), image::stored) : given;
			return new BlockOptions.Planned(ZarrJobs.enhance(image, model, settings, results.float32(image.outline(), model, terminal), results
				.output(), results.uncertainty(), asked), model);
		}, settings.threads(), execution, terminal);
		if (!made) return;
		results.tell(terminal);
		if (results.report() == null) return;
		try (TerminalProgress progress = terminal.progress()) {
			terminal.print(ResultReport.write(results.report(), image, results.output(), BlockOptions.model(results.output(), execution), new Job.Enhanced(
				settings), progress));
		}
	}

	private void enhance(final LargeImage image, final VaeModel given, final EnhanceSettings settings) {
		blocks.requireNone();
		terminal.remark("The image is read and written row by row.");
		terminal.remarkMemory(LargeImageJobs.memory(image, choice.network(given, compute), isBlind(given), settings).or(results.reportMemory(image
			.outline())), "enhancing " + input);
		final VaeModel model = given == null ? train(image.trainingImage(null), image::stored) : given;
		try (TerminalProgress progress = terminal.progress()) {
			LargeImageJobs.enhance(image, model, settings, results.float32(image.outline(), model, progress), results.output(),
				results.uncertainty(), progress);
			results.tell(terminal);
			if (results.report() != null) terminal.print(ResultReport.write(results.report(), image, results.output(), model,
				new Job.Enhanced(settings), progress));
		}
	}

	private VaeModel train(final TrainingImage image, final UnaryOperator<KnownNoise> stored) {
		return choice.train(image, Signal.NOISY, known.of(image, stored), compute, terminal);
	}

	private static boolean isBlind(final VaeModel given) {
		return given != null && Enhancement.isBlind(given);
	}
}
