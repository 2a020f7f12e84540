package org.vaerestore.train;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * All that a training takes from its data: batches, prepared on a thread of their own while the step before trains,
 * validation, noise model, and what the finished model says of them.
 */
final class Preparation implements AutoCloseable {

	private final TrainingSettings settings;
	private final Survey survey;
	private final Normalisation normalisation;
	private final PatchSource source;
	private final BatchMaker maker;
	private final Validation validation;
	private final NoiseModel noise;
	private final ModelFacts facts;
	private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "VAE Restore batches");
		thread.setDaemon(true);
		return thread;
	});
	private CompletableFuture<TrainingBatch> next;
	private long nextStep = -1;

	Preparation(final TrainingSettings settings, final Survey survey, final Normalisation normalisation,
		final NoiseModel noise, final ModelFacts facts)
	{
		this.settings = settings;
		this.survey = survey;
		this.normalisation = normalisation;
		this.noise = noise;
		this.facts = facts;
		final Holdout holdout = Holdout.choose(survey.images(), settings.seed());
		source = new PatchSource(survey.images(), settings.patch(), holdout);
		final HoleSampler holes = HoleSampler.of(settings.patch(), survey.masks());
		maker = new BatchMaker(settings.patch(), normalisation, holes);
		validation = new Validation(source, holdout, new BatchMaker(settings.patch(), normalisation, holes), normalisation,
			settings.patch(), settings.batch(), Seeds.of(settings.seed(), Seeds.VALIDATION, 0));
	}

	/** Returns the batch of a step, and has the next one prepared. */
	TrainingBatch batch(final long step) {
		final TrainingBatch batch = (nextStep == step ? next : prepare(step)).join();
		next = prepare(step + 1);
		nextStep = step + 1;
		return batch;
	}

	Validation validation() {
		return validation;
	}

	NoiseModel noise() {
		return noise;
	}

	Likelihood likelihood() {
		return new GaussianLikelihood();
	}

	/** Returns a better likelihood once the model knows enough of the signal to fit one. */
	Optional<Likelihood> adapt(final double done, final Learner learner, final LadderVae vae, final Progress progress) {
		return Optional.empty();
	}

	/** Returns the model so far, without what only a finished one has. */
	VaeModel draft(final List<Tensor> weights, final List<TrainingPoint> history) {
		return facts.model(settings, survey, normalisation, noise, weights, history, null, null);
	}

	/** Returns the finished model. */
	VaeModel model(final List<Tensor> weights, final List<TrainingPoint> history, final LadderVae vae) {
		vae.setWeights(weights);
		final SplittableRandom random = new SplittableRandom(Seeds.of(settings.seed(), Seeds.DENSITY, 0));
		return facts.model(settings, survey, normalisation, noise, weights, history, AggregatedPosterior.fit(vae, source,
			normalisation, settings.patch(), settings.batch(), random), SamplePicture.png(validation.preview(vae)));
	}

	@Override
	public void close() {
		executor.shutdownNow();
	}

	private CompletableFuture<TrainingBatch> prepare(final long step) {
		return CompletableFuture.supplyAsync(() -> maker.draw(source, settings.batch(), new SplittableRandom(Seeds.of(settings
			.seed(), Seeds.BATCH, step))), executor);
	}
}
