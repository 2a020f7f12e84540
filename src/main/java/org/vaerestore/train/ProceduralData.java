package org.vaerestore.train;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;

/** Procedural pictures to train on before there are any others. */
final class ProceduralData implements TrainingData {

	private static final double RANGE = 3;

	private final TrainingSettings settings;
	private final PretrainingLesson lesson;
	private final BatchQueue batches;
	private final Judge judge;

	ProceduralData(final TrainingSettings settings, final PretrainingLesson lesson) {
		this.settings = settings;
		this.lesson = lesson;
		judge = new ProceduralJudge(lesson.source(settings.seed(), settings.patch()), settings.batch(), Seeds.of(settings
			.seed(), Seeds.VALIDATION, 0));
		final BatchSource source = lesson.source(settings.seed(), settings.patch());
		batches = new BatchQueue(step -> source.draw(step, settings.batch(), new SplittableRandom(Seeds.of(settings.seed(),
			Seeds.BATCH, step))));
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
		return lesson.likelihood();
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
		return new ModelFacts("procedural pictures", "known, as the pictures are made by rules", Start.SCRATCH, Map.of()).model(
			settings, "drawn on the way", "none", new Normalisation(null, 0, 1, -RANGE, RANGE), noise(), weights, history, null, sample);
	}

	@Override
	public void close() {
		batches.close();
	}
}
