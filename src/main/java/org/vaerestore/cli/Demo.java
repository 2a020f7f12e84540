package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.imagej.ResultImage;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.report.ReportPage;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.sample.Sample;
import org.vaerestore.sample.SampleSettings;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;

/** The whole way on the sample: noisy stack, model, enhanced slice; damaged slice, model, restored slice. */
final class Demo {

	private final Path folder;
	private final double minutes;
	private final ComputeOptions compute;
	private final Terminal terminal;

	Demo(final Path folder, final double minutes, final ComputeOptions compute, final Terminal terminal) {
		this.folder = folder;
		this.minutes = minutes;
		this.compute = compute;
		this.terminal = terminal;
	}

	void run() {
		terminal.announce("1/5  Making the sample");
		final Sample sample = Sample.generate(SampleSettings.defaults().withSeed(compute.seed()), Progress.silent());
		SampleFiles.write(sample, folder);
		final DemoResult enhanced = enhance(sample);
		final DemoResult restored = restore(sample);
		new ReportPage("VAE Restore on its sample", "A procedural fluorescence stack whose truth is known. One model was " +
			"trained on its noisy version and enhanced the middle slice; another one was trained on its clean version with a " +
			"damaged middle slice, never seeing the damaged pixels, and restored them.", List.of(enhanced.section("Enhance",
				"The middle slice of the noisy stack, and what the model makes of it."), restored.section("Restore",
					"Scratches and dust, and what the model puts in their place. All other pixels stay bit for bit."))).write(
						folder, Progress.silent());
		terminal.print(enhanced.line("Enhanced"));
		terminal.print(restored.line("Restored"));
		terminal.print("See " + folder.resolve("index.html") + ".");
	}

	private DemoResult enhance(final Sample sample) {
		final ImagePlus stack = ResultImage.of(sample.noisy(), "noisy.tif");
		final VaeModel model = train("2/5  Training on the noisy stack", ImageJobs.trainingImage(stack, null), Signal.NOISY,
			"noisy.vae.zip");
		terminal.announce("3/5  Enhancing the middle slice");
		final ImagePlus input = slice(stack, stack.getStackSize() / 2);
		final EnhanceSettings settings = new EnhanceSettings(EnhanceSettings.defaults().samples(), 1, compute.seed(), compute
			.threads());
		final ImageJobs.Result result;
		try (TerminalProgress progress = terminal.progress()) {
			result = ImageJobs.enhance(input, model, settings, false, true, progress);
		}
		write(result, "enhanced.tif");
		return new DemoResult(truth(sample), input, result, null, model);
	}

	private DemoResult restore(final Sample sample) {
		final ImagePlus stack = ResultImage.of(sample.clean(), "clean.tif");
		final ImagePlus input = ResultImage.of(sample.damaged(), "damaged.tif");
		final Mask mask = Mask.of(ResultImage.of(sample.mask(), "mask.png"), "mask.png", input);
		final int middle = stack.getStackSize() / 2;
		stack.getStack().setProcessor(input.getProcessor().duplicate(), middle + 1);
		final VaeModel model = train("4/5  Training on the clean stack with the damaged slice", ImageJobs.trainingImage(stack,
			maskOf(stack, mask, middle)), Signal.CLEAN, "clean.vae.zip");
		terminal.announce("5/5  Restoring the damaged slice");
		final RestoreSettings defaults = RestoreSettings.defaults();
		final RestoreSettings settings = new RestoreSettings(defaults.mode(), defaults.estimate(), defaults.samples(), compute
			.seed(), compute.threads());
		final ImageJobs.Result result;
		try (TerminalProgress progress = terminal.progress()) {
			result = ImageJobs.restore(input, mask, model, settings, false, true, progress);
		}
		write(result, "restored.tif");
		return new DemoResult(truth(sample), input, result, mask, model);
	}

	private VaeModel train(final String what, final TrainingImage image, final Signal signal, final String name) {
		terminal.announce(String.format(Locale.ROOT, "%s for %.0f seconds", what, 60 * minutes));
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(signal).withMinutes(minutes)
			.withSeedAndThreads(compute.seed(), compute.threads());
		try (TerminalProgress progress = terminal.progress()) {
			final VaeModel model = Trainer.train(List.of(image), settings, null, new TrainingMonitor(progress,
				checkpoint -> {}), progress);
			ModelFile.write(model, folder.resolve(name));
			progress.checkCancelled();
			return model;
		}
	}

	private void write(final ImageJobs.Result result, final String name) {
		ImageWriter.write(result.image(), folder.resolve(name));
		ImageWriter.write(result.uncertainty(), folder.resolve(name.replace(".tif", "-uncertainty.tif")));
	}

	/** Only one plane of the stack is damaged. */
	private static Mask maskOf(final ImagePlus stack, final Mask slice, final int index) {
		return new PlaneCut(stack, List.of(0), List.of(index), List.of(0)).spread(slice);
	}

	private static ImagePlus truth(final Sample sample) {
		final ImagePlus stack = ResultImage.of(sample.truth(), "truth.tif");
		return slice(stack, stack.getStackSize() / 2);
	}

	private static ImagePlus slice(final ImagePlus stack, final int index) {
		return new ImagePlus("slice " + (index + 1) + " of " + stack.getTitle(), stack.getStack().getProcessor(index + 1)
			.duplicate());
	}
}
