package org.vaerestore.train;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;

/** Procedural pictures to train on before there are any others. */
final class ProceduralData implements TrainingData {

	private final TrainingSettings settings;
	private final PretrainingLoss loss;
	private final ModelFacts facts;
	private final BatchQueue batches;
	private final Judge judge;

	/**
	 * Draws the pictures that judge.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	ProceduralData(final TrainingSettings settings, final RecipeStage stage, final ModelFacts facts,
		final Progress progress)
	{
		this.settings = settings;
		this.facts = facts;
		loss = stage.loss();
		final BatchSource source = source(stage);
		final ProceduralJudge ofMeans = new ProceduralJudge(source, settings.batch(), Seeds.of(settings.seed(), Seeds.VALIDATION, 0),
			progress);
		judge = settings.architecture().prior() == PriorUse.SAMPLED ? new SampledJudge(ofMeans.batches(), ofMeans) : ofMeans;
		// From here on the source is the queue's thread's alone.
		batches = new BatchQueue(step -> source.draw(step, settings.batch(), new SplittableRandom(Seeds.of(settings.seed(),
			Seeds.BATCH, step))), source::close);
	}

	/** Returns what a stage learns from. */
	static BatchSource source(final RecipeStage stage) {
		if (stage.lesson() instanceof PretrainingLesson.LargeHoles holes) return new LargeHoleBatches(holes, stage.seed(), stage
			.patch());
		if (stage.lesson() instanceof PretrainingLesson.SampledHoles holes) return new SampledHoleBatches(holes, stage.seed(), stage
			.patch());
		if (stage.lesson() instanceof PretrainingLesson.Beside) return new SeriesBatches(stage.seed(), stage.patch());
		return new ProceduralBatches((PretrainingLesson.NoiseAndHoles) stage.lesson(), stage.seed(), stage.patch());
	}

	@Override
	public TrainingBatch batch(final long step) {
		return batches.batch(step);
	}

	@Override
	public Judge judge() {
		return judge;
	}

	@Override
	public Likelihood likelihood() {
		return loss.likelihood();
	}

	@Override
	public NoiseModel noise() {
		return new NoNoise();
	}

	@Override
	public VaeModel draft(final List<Tensor> weights, final List<TrainingPoint> history) {
		return model(weights, history, null, Progress.silent());
	}

	@Override
	public VaeModel model(final List<Tensor> weights, final List<TrainingPoint> history, final LadderVae vae,
		final Progress progress)
	{
		byte[] sample = null;
		if (vae != null) {
			vae.setWeights(weights);
			sample = SamplePicture.png(judge.preview(vae));
		}
		return facts.model(settings, "drawn on the way", "none", Normalisation.NONE, noise(),
			weights, history, null, sample);
	}

	@Override
	public void close() {
		batches.close();
	}
}
