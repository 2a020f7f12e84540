package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.vaerestore.imagej.ImageJobs;
import org.vaerestore.imagej.Mask;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.train.Weights;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.noise.KnownNoise;

import ij.ImagePlus;

/** Which model a command works with. */
final class ModelOptions {

	private static final String AUTO = "auto", CURRENT = "current", BUILT_IN = "built-in", LEARN = "learn", FROM_FILE =
		"file";

	static final Option.Choice MODEL = new Option.Choice("model", "Model", "The model to use: the current one (trained or " +
		"opened last), the built-in one, trained on procedural images alone, one learned from this image now, or one from a " +
		"file; auto is the current one, or the built-in one where there is none.", List.of(AUTO, CURRENT, BUILT_IN, LEARN,
			FROM_FILE), AUTO);
	static final Option.Choice READY = new Option.Choice("model", "Model", "The model to use: the current one (trained or " +
		"opened last), the built-in one, trained on procedural images alone, or one from a file; auto is the current one, or the " +
		"built-in one where there is none.", List.of(AUTO, CURRENT, BUILT_IN, FROM_FILE), AUTO);
	static final Option.Choice TRAINED = new Option.Choice("model", "Model", "The model to use: the current one (trained or " +
		"opened last), or one from a file.", List.of(CURRENT, FROM_FILE), CURRENT);
	static final Option.PathName FILE = new Option.PathName("file", "File of the model", "Model file (*.vae.zip) for " +
		"model=file.", false);
	static final Option.Choice WEIGHTS = Option.Choice.of("weights", "Weights", "Which of the built-in weights: fast " +
		"ones, or the best, which take about four times as long; auto is best from 20 processor cores on.", Weights.AUTO);
	static final Option.Number MINUTES = new Option.Number("minutes", "Minutes to learn", "How long to learn with " +
		"model=learn.", "min", 0.01, 10_000, false, 2);

	private ModelOptions() {}

	private static Weights weights(final Values values) {
		return values.constant(WEIGHTS, Weights.class);
	}

	/** Returns the network that a command works with; of a model that is still to be made, what it will be. */
	static Architecture network(final Values values, final Session session) {
		return known(values, session).map(VaeModel::architecture).orElseGet(() -> weights(values).architecture(TrainingSettings
			.defaults().threads()));
	}

	/** Returns which model is meant: auto is one of the others. */
	private static String chosen(final Values values, final Session session) {
		final String chosen = values.text(MODEL);
		return !chosen.equals(AUTO) ? chosen : session.model().isPresent() ? CURRENT : BUILT_IN;
	}

	/** Returns the values with the model that is meant by auto now. */
	static Values resolved(final Values values, final Session session) {
		return values.with(READY, chosen(values, session));
	}

	/** Returns what the choice amounts to, in a line. */
	static String describe(final Values values, final Session session) {
		switch (chosen(values, session)) {
			case LEARN:
				return "Model: learned from this image for " + values.text(MINUTES) + " min before.";
			case BUILT_IN:
				return "Model: built-in, trained on procedural pictures alone.";
			case FROM_FILE:
				return "Model: from the file " + values.text(FILE) + ".";
			default:
				return session.model().map(model -> "Model: " + model.name() + ", trained on " + model.model().provenance()
					.title() + ".").orElse("There is no current model: train one, or choose another.");
		}
	}

	/** Returns the model if it is there already: the current one, or a file's that can be read. */
	static Optional<VaeModel> known(final Values values, final Session session) {
		final String chosen = chosen(values, session);
		if (chosen.equals(CURRENT)) return session.model().map(Session.NamedModel::model);
		if (!chosen.equals(FROM_FILE)) return Optional.empty();
		try {
			return values.path(FILE).map(ModelFile::read);
		}
		catch (final InputException e) {
			// Said when it is to be used.
			return Optional.empty();
		}
	}

	/**
	 * Returns the model for a preview, for which nothing is learned.
	 *
	 * @param image of the preview
	 * @param known noise of the image, if the user knows it; or null
	 * @throws InputException if there is none yet
	 */
	static VaeModel forPreview(final Values values, final ImagePlus image, final Mask mask, final Signal signal,
		final KnownNoise known, final Session session)
	{
		final String chosen = chosen(values, session);
		if (chosen.equals(BUILT_IN)) return builtIn(ImageJobs.trainingImage(image, mask), signal, known, values, Progress
			.silent());
		if (chosen.equals(LEARN)) throw new InputException("A preview needs a model that is there already: train one " +
			"with VAE Train on Stack..., or choose current or file.");
		return trained(values, known, session);
	}

	/**
	 * Returns the model, after learning it if that was chosen; it becomes the current one then.
	 *
	 * @param image closing it cancels
	 * @param seen the same image, without what is damaged
	 * @param known noise of the image, if the user knows it; or null
	 */
	static VaeModel get(final Values values, final ImagePlus image, final TrainingImage seen, final Signal signal,
		final KnownNoise known, final Host host)
	{
		final String chosen = chosen(values, host.session());
		if (chosen.equals(BUILT_IN)) try (Host.JobProgress progress = host.progress(image)) {
			return builtIn(seen, signal, known, values, progress);
		}
		if (!chosen.equals(LEARN)) return trained(values, known, host.session());
		final TrainingSettings defaults = TrainingSettings.defaults();
		final TrainingSettings settings = defaults.withSignal(signal).withKnownNoise(known).withMinutes(values.number(MINUTES)).withSeedAndThreads(
			values.seed(ResultOptions.SEED), defaults.threads()).withWeights(weights(values));
		return new Training(image, host).learn(seen, image.getShortTitle(), settings);
	}

	/**
	 * Returns a model that was got for many images as it is for one of them: the built-in one takes intensities and noise
	 * from each.
	 *
	 * @param values {@link #resolved} when the model was got
	 * @param known noise of the image, if the user knows it; or null
	 */
	static VaeModel forImage(final VaeModel model, final Values values, final TrainingImage image, final Signal signal,
		final KnownNoise known, final Progress progress)
	{
		return values.text(MODEL).equals(BUILT_IN) ? builtIn(image, signal, known, values, progress) : model;
	}

	/**
	 * Makes sure that the model takes noise that is given by hand.
	 *
	 * @param values {@link #resolved}
	 */
	static void requireUntrained(final Values values) {
		if (!values.text(MODEL).equals(BUILT_IN)) throw bringsItsNoise();
	}

	private static VaeModel builtIn(final TrainingImage image, final Signal signal, final KnownNoise known,
		final Values values, final Progress progress)
	{
		final TrainingSettings defaults = TrainingSettings.defaults();
		return BuiltIn.modelFor(List.of(image), defaults.withSignal(signal).withKnownNoise(known).withSeedAndThreads(values.seed(
			ResultOptions.SEED), defaults.threads()).withWeights(weights(values)), progress);
	}

	/** Returns a model that brings the noise of its training, which can't be replaced. */
	private static VaeModel trained(final Values values, final KnownNoise known, final Session session) {
		if (known != null) throw bringsItsNoise();
		return trained(values, session);
	}

	private static InputException bringsItsNoise() {
		return new InputException("A trained model has the noise of its training, and takes none given by hand: use " +
			"model=built-in (or model=learn where there is that choice), give the noise when you train, or use known=no.");
	}

	/** Returns the current model, the built-in one as it was trained, or that of the file, which becomes the current one. */
	static VaeModel trained(final Values values, final Session session) {
		final String chosen = chosen(values, session);
		if (chosen.equals(FROM_FILE)) {
			final Path path = values.path(FILE).orElseThrow(() -> new InputException("No model file is given; add " +
				"file=[path of a *.vae.zip]."));
			final VaeModel model = ModelFile.read(path);
			session.setModel(model, path.getFileName().toString());
			return model;
		}
		if (chosen.equals(BUILT_IN)) return BuiltIn.model();
		return session.model().map(Session.NamedModel::model).orElseThrow(() -> new InputException("There is no current " +
			"model. Train one with VAE Train on Stack..., or choose another model."));
	}
}
