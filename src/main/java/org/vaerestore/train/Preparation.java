package org.vaerestore.train;

import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.MixtureLikelihood;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.PoissonGaussianNoise;
import org.vaerestore.vae.noise.SquaredError;

/**
 * All that a training takes from its data: batches, prepared on a thread of their own while the step before trains,
 * validation, noise model, and what the finished model says of them.
 */
final class Preparation implements TrainingData {

	/** Share of the training after which the network tells signal from noise well enough. */
	private static final double REFINEMENT_AT = 0.4;

	private final TrainingSettings settings;
	private final Normalisation normalisation;
	private final PatchSource source;
	/** Makers are for one thread each. */
	private final BatchMaker foregroundMaker;
	private final HeldOutJudge validation;
	private final Lesson lesson;
	private final PoissonGaussianNoise base;
	private final ModelFacts facts;
	private final BatchQueue batches;
	private final String dimensions;
	private final String sha256;
	private NoiseModel noise;

	Preparation(final TrainingSettings settings, final Survey survey, final Normalisation normalisation,
		final NoiseModel noise, final ModelFacts facts, final Progress progress)
	{
		this.settings = settings;
		dimensions = survey.dimensions();
		sha256 = survey.sha256();
		this.normalisation = normalisation;
		this.noise = noise;
		base = SignalDecision.line(noise);
		lesson = Lesson.of(settings.noise(), noise);
		this.facts = facts;
		final Holdout holdout = Holdout.choose(survey.images(), settings.seed());
		source = new PatchSource(survey.images(), settings.patch(), holdout);
		source.requireIntact(new SplittableRandom(Seeds.of(settings.seed(), Seeds.SURVEY, 1)));
		final HoleSampler holes = HoleSampler.of(settings.patch(), survey.masks());
		final ResidualNoise residual = ResidualNoise.measure(survey.noisePlanes(), normalisation, progress);
		foregroundMaker = new BatchMaker(settings.patch(), lesson, normalisation, residual, holes);
		validation = lesson.startsFromPatches() ? ofHoles(holdout, holes) : ofMeans(holdout, foregroundMaker);
		final BatchMaker maker = new BatchMaker(settings.patch(), lesson, normalisation, residual, holes);
		final BatchSource drawn = lesson.startsFromPatches() ? holeBatches(holes, settings.architecture().prior()) : (step, rows, random) -> maker.draw(source, rows,
			random);
		batches = new BatchQueue(step -> drawn.draw(step, settings.batch(), new SplittableRandom(Seeds.of(settings.seed(),
			Seeds.BATCH, step))), drawn::close);
	}

	private HeldOutJudge ofHoles(final Holdout holdout, final HoleSampler holes) {
		try (HoleBatches judged = holeBatches(holes, PriorUse.MEAN)) {
			final Validation ofMeans = ofMeans(holdout, judged);
			if (!isSampled()) return ofMeans;
			try (HoleBatches sampled = holeBatches(holes, PriorUse.SAMPLED)) {
				return new SampledValidation(source, holdout, sampled, settings.patch(), settings.batch(), ofMeans);
			}
		}
	}

	private Validation ofMeans(final Holdout holdout, final JudgedBatches judged) {
		return new Validation(source, holdout, judged, normalisation, settings.patch(), settings.batch(), Seeds.of(settings.seed(),
			Seeds.VALIDATION, 0));
	}

	private boolean isSampled() {
		return settings.architecture().prior() == PriorUse.SAMPLED;
	}

	private HoleBatches holeBatches(final HoleSampler holes, final PriorUse prior) {
		return new HoleBatches(source, settings.patch(), normalisation, holes, prior, settings.seed());
	}

	@Override
	public TrainingBatch batch(final long step) {
		return batches.batch(step);
	}

	@Override
	public Judge judge() {
		return validation;
	}

	/** Returns the errors of a network at many places that the judge doesn't look at, always in the same order. */
	double[] check(final LadderVae vae) {
		return validation.check(vae);
	}

	@Override
	public NoiseModel noise() {
		return noise;
	}

	@Override
	public Likelihood likelihood() {
		if (isSampled()) return new SquaredError();
		return noise instanceof MixtureNoise mixture ? new MixtureLikelihood(mixture, normalisation.offset(), normalisation
			.scale()) : new GaussianLikelihood();
	}

	@Override
	public boolean isRefinementDue(final double done) {
		return lesson.refinesNoise() && !(noise instanceof MixtureNoise) && done >= REFINEMENT_AT;
	}

	@Override
	public void refineNoise(final LadderVae vae, final Progress progress) {
		noise = NoiseRefinement.fit(base, vae, source, foregroundMaker, settings.batch(), normalisation, settings.seed(),
			progress);
	}

	@Override
	public VaeModel draft(final List<Tensor> weights, final List<TrainingPoint> history) {
		return facts.model(settings, dimensions, sha256, normalisation, noise, weights, history, null, null);
	}

	@Override
	public VaeModel model(final List<Tensor> weights, final List<TrainingPoint> history, final LadderVae vae,
		final Progress progress)
	{
		vae.setWeights(weights);
		final SplittableRandom random = new SplittableRandom(Seeds.of(settings.seed(), Seeds.DENSITY, 0));
		return facts.model(settings, dimensions, sha256, normalisation, noise, weights, history, AggregatedPosterior.fit(vae,
			source, normalisation, settings.patch(), settings.batch(), random, progress), SamplePicture.png(validation.preview(
				vae)));
	}

	@Override
	public void close() {
		batches.close();
	}
}
