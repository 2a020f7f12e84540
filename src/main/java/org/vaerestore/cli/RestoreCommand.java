package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageMemory;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.LargeImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.imagej.ZarrJobs;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.Signal;
import org.vaerestore.trust.Job;

import ij.ImagePlus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "restore", header = "Restores what a mask marks as damaged; all other pixels stay bit for bit.", footer = {
	"", "Examples:", "  vae-restore restore --input damaged.tif --mask mask.png --output restored.tif",
	"  vae-restore restore --input stack.tif --mask mask.tif --model stack.vae.zip --output restored.tif " +
		"--uncertainty sd.tif", "",
	MemoryNote.HEADING, MemoryNote.TILES })
final class RestoreCommand implements Runnable {

	private final Terminal terminal;
	private final Execution execution;

	@Option(names = "--input", required = true, paramLabel = "PATH", description =
		"Image or stack to restore: a file that ImageJ opens, a folder of slices, or an OME-Zarr.")
	private Path input;

	@Option(names = "--mask", required = true, paramLabel = "PATH", description =
		"What to restore: an image of the input's size, one plane for all or one for each, other than black where damaged.")
	private Path mask;

	@Option(names = "--invert-mask", description = "The mask marks what is to be kept: other than black where not damaged.")
	private boolean invertMask;

	@Option(names = "--mode", paramLabel = "MODE", defaultValue = "tiles", converter = Choice.OfMode.class,
		completionCandidates = Choice.OfMode.class, description =
			"Full resolution, or the whole image at the model's input size: ${COMPLETION-CANDIDATES} " +
				"(default: ${DEFAULT-VALUE}).")
	private RestoreSettings.Mode mode;

	@Option(names = "--result", paramLabel = "RESULT", defaultValue = "mean", converter = Choice.OfEstimate.class,
		completionCandidates = Choice.OfEstimate.class, description =
			"What to make of a hole: natural is one sample, which looks like what is around it; mean comes closest to the truth and is " +
				"too smooth; alternatives are a stack of --samples samples: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
	private Estimate estimate;

	@Mixin
	private ResultOptions results;

	@Mixin
	private ModelChoice choice;

	@Mixin
	private ComputeOptions compute;

	@Mixin
	private BlockOptions blocks;

	RestoreCommand(final Terminal terminal, final Execution execution) {
		this.terminal = terminal;
		this.execution = execution;
	}

	@Override
	public void run() {
		results.check(estimate);
		final RestoreSettings settings = new RestoreSettings(mode, estimate, results.samples(), compute.seed(), compute.threads(),
			results.sliceAxis());
		final VaeModel given = choice.read();
		final Optional<LargeImage> large = results.areRows() && !isAlternatives() ? LargeImage.open(input, execution.stores()) : Optional.empty();
		if (large.isEmpty() || results.report() != null) {
			large.ifPresent(this::remarkReport);
			blocks.requireNone();
			restore(ImageReader.read(input), given, settings);
		}
		else try (LargeImage image = large.get()) {
			if (ZarrJobs.isOne(image, results.output(), results.uncertainty())) restoreInBlocks(image, given, settings);
			else restore(image, given, settings);
		}
	}

	private boolean isAlternatives() {
		return estimate == Estimate.ALTERNATIVES;
	}

	private void remarkReport(final LargeImage image) {
		image.close();
		terminal.remark("The image is large, and is read into memory for the report; without --report it is read and written row by row.");
	}

	private void restore(final ImagePlus image, final VaeModel given, final RestoreSettings settings) {
		results.checkFormat(image);
		final Mask damaged = mask(ImageAxes.of(image)).withNaNs(image);
		damaged.requireSense(mask.toString());
		terminal.remarkMemory(ImageMemory.restoring(image, damaged, choice.network(given, compute), settings, results.asksForFloat(),
			results.withUncertainty(), results.reportMemory(image)), "restoring " + input);
		final VaeModel model = given == null ? choice.train(image, damaged, Signal.CLEAN, compute, terminal) : given;
		try (TerminalProgress progress = terminal.progress()) {
			final boolean float32 = results.float32(image, model, progress);
			final ImageJobs.Result result = isAlternatives() ? ImageJobs.Result.of(ImageJobs.alternatives(image, damaged, model,
				settings, float32, progress)) : ImageJobs.restore(image, damaged, model, settings, float32, results.withUncertainty(),
					progress);
			results.write(result, terminal);
			if (results.report() != null) terminal.print(ResultReport.write(results.report(), image, result, damaged, model,
				new Job.Restored(settings), progress));
		}
	}

	private void restoreInBlocks(final LargeImage image, final VaeModel given, final RestoreSettings settings) {
		terminal.remark("The image is read and written block by block.");
		final Optional<ZarrJobs.OpenMask> stored = ZarrJobs.openMask(mask, invertMask, execution.stores());
		try {
			final boolean made = blocks.run(results.output(), asked -> {
				final Mask drawn = stored.isPresent() ? null : mask(image.axes());
				final VaeModel model = given != null ? given : choice.train(drawn == null ? stored.get().trainingImage(image) : image.trainingImage(
					drawn), Signal.CLEAN, null, compute, terminal);
				final boolean float32 = results.float32(image.outline(), model, terminal);
				return new BlockOptions.Planned(drawn != null ? ZarrJobs.restore(image, drawn, model, settings, float32, results.output(), results
					.uncertainty(), asked) : ZarrJobs.restore(image, stored.get().stored(), model, settings, float32, results.output(), results
						.uncertainty(), asked), model);
			}, settings.threads(), execution, terminal);
			if (made) results.tell(terminal);
		}
		finally {
			stored.ifPresent(ZarrJobs.OpenMask::close);
		}
	}

	private void restore(final LargeImage image, final VaeModel given, final RestoreSettings settings) {
		blocks.requireNone();
		terminal.remark("The image is read and written row by row.");
		final Mask damaged = image.withNaNs(mask(image.axes()));
		terminal.remarkMemory(LargeImageJobs.memory(image, damaged, choice.network(given, compute), settings), "restoring " + input);
		final VaeModel model = given == null ? choice.train(image.trainingImage(damaged), Signal.CLEAN, null, compute,
			terminal) : given;
		try (TerminalProgress progress = terminal.progress()) {
			LargeImageJobs.restore(image, damaged, model, settings, results.float32(image.outline(), model, progress), results
				.output(), results.uncertainty(), progress);
			results.tell(terminal);
		}
	}

	private Mask mask(final ImageAxes axes) {
		final Mask read = Mask.read(mask, axes, invertMask);
		terminal.remark(MaskShare.describe(read, mask.toString(), "--invert-mask"));
		return read;
	}
}
