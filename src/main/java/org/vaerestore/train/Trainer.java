package org.vaerestore.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryNeed;

/**
 * Trains a model on images.
 *
 * <pre>
 * VaeModel model = Trainer.train(List.of(new TrainingImage(stack, null, "my stack")), TrainingSettings.defaults()
 * 	.withMinutes(5), null, new TrainingListener() {}, Progress.silent());
 * </pre>
 *
 * Models are trained on single-channel patches; channels of a colour image are planes like any others.
 */
public final class Trainer {

	/** Shares of the whole that looking at the data takes, and measuring what training must know of them. */
	private static final double SURVEY_SHARE = 0.008, MEASURING_SHARE = 0.002;
	/**
	 * Correlation of pixels two apart from where on noise reaches beyond what is measured of it, so that noise that is added is
	 * unlike it, and validation takes slow noise for signal.
	 */
	private static final double FAR = 0.18;
	/** Training images that a model's title names. */
	private static final int NAMED = 2;

	private Trainer() {}

	/**
	 * Trains a model.
	 *
	 * @param images to train on, any number of dimensions from two, in any units; read patch by patch
	 * @param wanted how to train; where memory is short, with fewer patches per step
	 * @param resume a model to go on from, or null: with a checkpoint the training goes on bit for bit, otherwise it starts
	 *          from the model's weights
	 * @param listener hears what happens
	 * @param progress of the training; once cancelled, the best model so far is returned within about a second
	 * @return the model that validated best; with a checkpoint and without a latent density if it was cancelled
	 * @throws InputException if the images can't be trained on, the model is not of the settings' architecture, or the memory
	 *           isn't enough
	 * @throws CancelledException if it was cancelled before there was a model
	 */
	public static VaeModel train(final List<TrainingImage> images, final TrainingSettings wanted,
		final VaeModel resume, final TrainingListener listener, final Progress progress)
	{
		Objects.requireNonNull(wanted, "settings");
		requireSameNetwork(resume, wanted);
		final TrainingSettings asked = TrainingCost.fit(wanted, Survey.memory(images), progress);
		final Survey survey = Survey.of(images, asked.patch(), Seeds.of(asked.seed(), Seeds.SURVEY, 0), true, progress
			.part(0, SURVEY_SHARE));
		final String title = title(images);
		for (final TrainingImage image : images)
			image.search().tell(images.size() == 1 ? null : image.title(), progress);
		final ImageFit found = ImageFit.of(asked, survey);
		found.tell(progress);
		final boolean goesOn = resume != null;
		final TrainingSettings settings = goesOn ? asked : found.isNoisy() ? asked.alongTheMean() : TrainingCost.fit(asked.sampled(),
			MemoryNeed.NONE, progress);
		if (settings.architecture().channels() != asked.architecture().channels()) progress.log("Clean images are learned by the network that " +
			"draws samples, whose built-in weights come in one size.");
		final ImageFit fit = goesOn ? new ImageFit(resume.noise(), resume.normalisation(), found.reason(), found.level()) : found;
		final VaeModel start = goesOn ? resume : start(settings);
		final Start from = goesOn ? ModelFacts.startOf(resume) : start == null ? Start.SCRATCH : Start.BUILT_IN;
		final Plan plan = new Plan(settings, from == Start.BUILT_IN ? Plan.Kind.ADAPTING : Plan.Kind.SCRATCH, 1);
		try (LadderVae vae = new LadderVae(settings.architecture(), Seeds.of(settings.seed(), Seeds.WEIGHTS, 0), settings
			.threads());
				LadderVae judged = new LadderVae(settings.architecture(), 0, settings.threads());
				Preparation preparation = new Preparation(settings, survey, fit.normalisation(), fit.noise(), ModelFacts.of(title, fit,
					from, parent(start), plan), progress.part(SURVEY_SHARE, SURVEY_SHARE + MEASURING_SHARE)))
		{
			if (start != null) vae.setWeights(start.weights());
			final TrainingRun run = new TrainingRun(settings, plan, preparation, vae, judged, listener, progress.part(
				SURVEY_SHARE + MEASURING_SHARE, 1));
			final double far = fit.normalisation().correlations().ofSecondNeighbours();
			if (far > FAR && start != null) progress.log(String.format(Locale.ROOT, "Warning: the noise reaches far: pixels two apart share %.2f of " +
				"it. What a training gains can't be told from such noise that it learns to keep, so the weights it starts from are kept. Average " +
				"frames that show the same, or give the noise by hand if it isn't so.", far));
			// Nothing is surely better by no pixels.
			final Function<LadderVae, double[]> check = far > FAR ? judge -> new double[0] : preparation::check;
			if (goesOn && resume.checkpoint() != null) run.resume(resume, check);
			else if (start != null) run.keepStart(check);
			return run.run();
		}
	}

	/** Returns the built-in model if the training starts from it; else null. */
	private static VaeModel start(final TrainingSettings settings) {
		if (settings.start() == Start.SCRATCH) return null;
		return BuiltIn.model(settings.architecture()).orElse(null);
	}

	/** Returns the id of the model that a training begins from, or began from if its model has a checkpoint. */
	private static String parent(final VaeModel start) {
		if (start == null) return null;
		return start.checkpoint() == null ? start.id() : ModelFacts.parentOf(start);
	}

	private static String title(final List<TrainingImage> images) {
		final String named = images.stream().limit(NAMED).map(TrainingImage::title).collect(Collectors.joining(", "));
		return images.size() <= NAMED ? named : named + " and " + (images.size() - NAMED) + " more";
	}

	private static void requireSameNetwork(final VaeModel resume, final TrainingSettings settings) {
		if (resume != null && !resume.architecture().equals(settings.architecture())) throw new InputException(
			"The model to resume has the network " + resume.architecture() + ", the settings ask for " + settings
				.architecture() + ". Use the model's own.");
	}
}
