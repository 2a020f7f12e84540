package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;
import picocli.CommandLine.Option;

/** The model to work with: one from a file, or one trained on the input itself. */
final class ModelChoice {

	private static final String BUILT_IN = "built-in";

	@Option(names = "--model", paramLabel = "MODEL", description =
		"Model file, or " + BUILT_IN + " for the weights that ship with the program; without it a model is first trained on the " +
			"input itself.")
	private Path model;

	@Option(names = "--minutes", paramLabel = "M", defaultValue = "2", description =
		"Time to train without --model (default: ${DEFAULT-VALUE}).")
	private double minutes;

	@Option(names = "--signal", paramLabel = "KIND", converter = Choice.OfSignal.class, completionCandidates =
		Choice.OfSignal.class, description = "What the input is held to be in training without --model: " +
			"${COMPLETION-CANDIDATES} (default: clean to restore, noisy to enhance).")
	private Signal signal;

	@Option(names = "--save-model", paramLabel = "MODEL", description = "Keep the model trained without --model.")
	private Path saved;

	/** Fails early if the model can't be read or kept; returns null if it is still to be trained. */
	VaeModel read() {
		if (saved != null) OutputPath.requireWritable(saved);
		return model == null || isBuiltIn() ? null : ModelFile.read(model);
	}

	/** Returns the network of a model, which may still be to be trained: null. */
	static Architecture network(final VaeModel given) {
		return given == null ? Architecture.DEFAULT : given.architecture();
	}

	private boolean isBuiltIn() {
		return model != null && model.equals(Path.of(BUILT_IN));
	}

	/** Trains a model on an image, or fits the built-in one to it, without its masked pixels if there is a mask. */
	VaeModel train(final ImagePlus image, final Mask mask, final Signal usual, final ComputeOptions compute,
		final Terminal terminal)
	{
		return train(ImageJobs.trainingImage(image, mask), usual, null, compute, terminal);
	}

	/**
	 * Trains a model on an image, or fits the built-in one to it.
	 *
	 * @param known noise of the image, if the user knows it; or null
	 */
	VaeModel train(final TrainingImage image, final Signal usual, final KnownNoise known, final ComputeOptions compute,
		final Terminal terminal)
	{
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(signal == null ? usual : signal)
			.withKnownNoise(known).withMinutes(minutes).withSeedAndThreads(compute.seed(), compute.threads());
		if (isBuiltIn()) try (TerminalProgress progress = terminal.progress()) {
			return BuiltIn.modelFor(List.of(image), settings, progress);
		}
		terminal.remark(String.format(Locale.ROOT, "No --model given: training one on %s itself for %s min.", image.title(),
			minutes == Math.rint(minutes) ? Long.toString((long) minutes) : Double.toString(minutes)));
		try (TerminalProgress progress = terminal.progress()) {
			final VaeModel trained = Trainer.train(List.of(image), settings, null,
				new TrainingMonitor(progress, checkpoint -> {}), progress);
			if (saved != null) ModelFile.write(trained, saved);
			progress.checkCancelled();
			return trained;
		}
	}
}
