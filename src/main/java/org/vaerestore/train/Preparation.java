package org.vaerestore.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.vaerestore.model.Normalisation;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.MixtureLikelihood;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.PoissonGaussianNoise;

/**
 * All that a training takes from its data: batches, prepared on a thread of their own while the step before trains,
 * validation, noise model, and what the finished model says of them.
 */
final class Preparation implements AutoCloseable {

	/** Share of the training after which the network tells signal from noise well enough. */
	private static final double REFINEMENT_AT = 0.4;

	private final TrainingSettings settings;
	private final Survey survey;
	private final Normalisation normalisation;
	private final PatchSource source;
	private final BatchMaker maker;
	/** Makers are for one thread each. */
	private final BatchMaker foregroundMaker;
	private final Validation validation;
	private final Lesson lesson;
	private final PoissonGaussianNoise base;
	private final ModelFacts facts;
	private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "VAE Restore batches");
		thread.setDaemon(true);
		return thread;
	});
	private NoiseModel noise;
	private CompletableFuture<TrainingBatch> next;
	private long nextStep = -1;

	Preparation(final TrainingSettings settings, final Survey survey, final Normalisation normalisation,
		final NoiseModel noise, final ModelFacts facts)
	{
		this.settings = settings;
		this.survey = survey;
		this.normalisation = normalisation;
		this.noise = noise;
		base = SignalDecision.line(noise);
		lesson = settings.noise() == NoiseKind.MIXTURE && !(noise instanceof NoNoise) ? Lesson.BLIND_SPOTS : Lesson.of(noise);
		this.facts = facts;
		final Holdout holdout = Holdout.choose(survey.images(), settings.seed());
		source = new PatchSource(survey.images(), settings.patch(), holdout);
		final HoleSampler holes = HoleSampler.of(settings.patch(), survey.masks());
		final ResidualNoise residual = ResidualNoise.measure(survey.noisePlanes(), normalisation);
		maker = new BatchMaker(settings.patch(), lesson, normalisation, residual, holes);
		foregroundMaker = new BatchMaker(settings.patch(), lesson, normalisation, residual, holes);
		validation = new Validation(source, holdout, foregroundMaker, normalisation, settings.patch(), settings.batch(), Seeds.of(settings.seed(), Seeds.VALIDATION, 0));
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

	/** Returns the likelihood of the targets under the noise model as it is now. */
	Likelihood likelihood() {
		return noise instanceof MixtureNoise mixture ? new MixtureLikelihood(mixture, normalisation.offset(), normalisation
			.scale()) : new GaussianLikelihood();
	}

	/** Returns whether a better noise model is due, now that the network has a first idea of the signal. */
	boolean isRefinementDue(final double done) {
		return lesson == Lesson.BLIND_SPOTS && !(noise instanceof MixtureNoise) && done >= REFINEMENT_AT;
	}

	/** Fits a better noise model with the network as it is. */
	void refineNoise(final LadderVae vae) {
		noise = NoiseRefinement.fit(base, vae, source, foregroundMaker, settings.batch(), normalisation, settings.seed());
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
