package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.job.InputException;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The model to work with: that which ships with the program, one from a file, or one trained on the input itself. */
final class ModelChoice {

	private static final String BUILT_IN = "built-in", LEARN = "learn";
	private static final double MINUTES = 2;

	@Option(names = "--model", paramLabel = "MODEL", defaultValue = BUILT_IN, description = "Model file; or " + BUILT_IN +
		", the weights that ship with the program; or " + LEARN + ", a model that is first trained on the input itself " +
		"(default: ${DEFAULT-VALUE}).")
	private Path model;

	@Option(names = "--minutes", paramLabel = "M", description = "Time to train with --model " + LEARN + " (default: 2).")
	private Double minutes;

	@Option(names = "--signal", paramLabel = "KIND", converter = Choice.OfSignal.class, completionCandidates =
		Choice.OfSignal.class, description = "What the input is held to be, unless the model is from a file: " +
			"${COMPLETION-CANDIDATES} (default: clean to restore, noisy to enhance).")
	private Signal signal;

	@Mixin
	private WeightsOption weights;

	@Option(names = "--save-model", paramLabel = "MODEL", description = "Keep the model trained with --model " + LEARN + ".")
	private Path saved;

	/** Fails early if the model can't be read or kept; returns null if it is still to be made for the input. */
	VaeModel read() {
		if (!is(LEARN)) {
			if (minutes != null) throw forLearning("--minutes " + minutes);
			if (saved != null) throw forLearning("--save-model " + saved);
		}
		if (saved != null) OutputPath.requireWritable(saved);
		if (minutes != null) TrainingSettings.defaults().withMinutes(minutes);
		if (is(LEARN) || is(BUILT_IN)) return null;
		if (signal != null) throw new InputException("--signal " + Choice.name(signal) + " is for --model " + BUILT_IN + " or " +
			LEARN + "; a model from a file knows what it was trained on.");
		return ModelFile.read(model);
	}

	private static InputException forLearning(final String option) {
		return new InputException(option + " is for --model " + LEARN + ", which trains a model on the input first; add that, or " +
			"leave it out.");
	}

	private boolean is(final String word) {
		return model.equals(Path.of(word));
	}

	/** Returns the network of a model, which may still be to be trained: null. */
	Architecture network(final VaeModel given, final ComputeOptions compute) {
		return given == null ? weights.network(compute) : given.architecture();
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
		final double time = minutes == null ? MINUTES : minutes;
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(signal == null ? usual : signal)
			.withKnownNoise(known).withMinutes(time).withSeedAndThreads(compute.seed(), compute.threads()).withWeights(weights
				.weights());
		if (is(BUILT_IN)) try (TerminalProgress progress = terminal.progress()) {
			return BuiltIn.modelFor(List.of(image), settings, progress);
		}
		terminal.remark(String.format(Locale.ROOT, "Training a model on %s itself for %s min.", image.title(), time == Math.rint(
			time) ? Long.toString((long) time) : Double.toString(time)));
		try (TerminalProgress progress = terminal.progress()) {
			final VaeModel trained = Trainer.train(List.of(image), settings, null,
				new TrainingMonitor(progress, checkpoint -> {}), progress);
			if (saved != null) ModelFile.write(trained, saved);
			progress.checkCancelled();
			return trained;
		}
	}
}
