package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.LargeImage;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.MaskShare;
import org.vaerestore.imagej.NoiseOfImages;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingCost;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "train", header = "Trains a model on images; Ctrl-C ends it early and keeps the best model so far.",
	footer = { "", "Examples:", "  vae-restore train --input stack.tif --output stack.vae.zip --minutes 10",
		"  vae-restore train --input slices/ --mask scratches.png --signal clean --output em.vae.zip",
		"  vae-restore train --input stack.tif --resume stack.vae.zip --output stack.vae.zip --minutes 30", "",
	MemoryNote.HEADING, MemoryNote.TRAINING })
final class TrainCommand implements Runnable {

	private final Terminal terminal;

	@Option(names = "--input", required = true, arity = "1..*", paramLabel = "PATH", description =
		"Images or stacks to train on: files that ImageJ opens, folders of slices, or OME-Zarrs.")
	private List<Path> inputs;

	@Option(names = "--mask", paramLabel = "PATH", description =
		"What is damaged and must not be learned: an image of the inputs' size, other than 0 where damaged.")
	private Path mask;

	@Option(names = "--invert-mask", description = "The mask marks what is to be kept: other than black where not damaged.")
	private boolean invertMask;

	@Option(names = "--output", required = true, paramLabel = "MODEL", description =
		"Model file to write, such as stack.vae.zip; updated every few minutes.")
	private Path output;

	@Option(names = "--resume", paramLabel = "MODEL", description = "Model file whose training goes on.")
	private Path resume;

	@Option(names = "--report", paramLabel = "DIR", description =
		"Folder for a report of the training: index.html with loss curves and pictures.")
	private Path report;

	@Mixin
	private TrainingOptions training;

	@Mixin
	private KnownNoiseOptions known;

	@Mixin
	private ComputeOptions compute;

	TrainCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		OutputPath.requireWritable(output);
		if (report != null) OutputPath.requireFolder(report);
		final VaeModel resumed = resume == null ? null : ModelFile.read(resume);
		if (known.areGiven() && resumed != null) throw new InputException("A training that goes on keeps the noise that it began " +
			"with; leave out --resume or the noise.");
		final List<Input> opened = inputs.stream().map(this::open).toList();
		try {
			train(opened, resumed);
		}
		finally {
			opened.forEach(input -> input.closing().run());
		}
	}

	private void train(final List<Input> opened, final VaeModel resumed) {
		final List<TrainingImage> images = opened.stream().map(Input::image).toList();
		final TrainingSettings settings = training.settings(compute, resumed == null ? null : resumed.architecture())
			.withKnownNoise(known.of(images.get(0), opened.get(0).stored()));
		terminal.remark(MemoryBudget.now().compare(TrainingCost.memory(settings)));
		final TrainingLog log = new TrainingLog();
		try (TerminalProgress progress = terminal.progress()) {
			final TrainingMonitor monitor = new TrainingMonitor(progress, model -> ModelFile.write(model, output));
			final VaeModel model = Trainer.train(images, settings, resumed, log.before(monitor), progress);
			ModelFile.write(model, output);
			if (report != null) TrainingReport.write(model, log, report);
		}
		if (terminal.interrupt().isRequested()) terminal.remark("Stopped early; the best model so far is kept.");
		terminal.print("The model is in " + output + "." + (report == null ? "" : " The report is in " + report.resolve(
			"index.html") + "."));
	}

	/**
	 * An image to train on.
	 *
	 * @param stored turns noise in the units that are shown into noise in those that are stored
	 * @param closing ends what is open as long as it is trained on
	 */
	private record Input(TrainingImage image, UnaryOperator<KnownNoise> stored, Runnable closing) {
	}

	private Input open(final Path path) {
		if (ImageReader.isZarr(path)) {
			final LargeImage large = LargeImage.open(path).orElseThrow();
			return new Input(large.trainingImage(mask(large.axes())), large::stored, large::close);
		}
		final ImagePlus image = ImageReader.read(path);
		return new Input(ImageJobs.trainingImage(image, mask(ImageAxes.of(image))), shown -> NoiseOfImages.given(shown,
			image), () -> {});
	}

	/** Returns what is damaged of an image; null if no mask is given. */
	private Mask mask(final ImageAxes axes) {
		if (mask == null) return null;
		final Mask damaged = Mask.read(mask, axes, invertMask);
		terminal.remark(MaskShare.describe(damaged, mask.toString(), "--invert-mask"));
		damaged.requireSense(mask.toString());
		return damaged;
	}
}
