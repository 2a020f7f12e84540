package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Prediction;
import org.vaerestore.vae.TrainingBatch;

/**
 * Judges by procedural pictures that no training draws. Each counts the same, however noisy: the error is the geometric
 * mean of those of the pictures.
 */
final class ProceduralJudge implements Judge {

	private static final int BATCHES = 8;
	/** Far from the scenes of any training step. */
	private static final long STEP = 1L << 50;
	private static final double LEAST = 1e-9;

	private final TrainingBatch[] batches = new TrainingBatch[BATCHES];

	/**
	 * Draws the pictures.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	ProceduralJudge(final BatchSource source, final int rows, final long seed, final Progress progress) {
		final SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < BATCHES; i++) {
			progress.checkCancelled();
			progress.update((double) i / BATCHES, "drawing pictures to judge by");
			batches[i] = source.draw(STEP, rows, random);
		}
	}

	/** Returns the pictures. */
	TrainingBatch[] batches() {
		return batches.clone();
	}

	@Override
	public Score score(final LadderVae vae) {
		double logs = 0;
		int rows = 0;
		for (final TrainingBatch batch : batches) {
			final Prediction prediction = vae.predict(batch.context(), Latents.mean());
			final int area = batch.context().area();
			for (int row = 0; row < batch.context().rows(); row++, rows++) {
				double squares = 0, count = 0;
				for (int i = row * area; i < (row + 1) * area; i++) {
					if (batch.weight()[i] == 0) continue;
					final double difference = prediction.mean()[i] - batch.target().values()[i];
					squares += difference * difference;
					count++;
				}
				logs += Math.log(Math.max(LEAST, squares / Math.max(1, count)));
			}
		}
		final double error = Math.exp(logs / rows);
		return new Score(error, -10 * Math.log10(error));
	}

	@Override
	public Preview preview(final LadderVae vae) {
		final TrainingBatch batch = batches[0];
		final int area = batch.context().area();
		final float[] seen = Arrays.copyOf(batch.context().values(), area);
		for (int i = 0; i < area; i++)
			if (batch.context().visible()[i] == 0) seen[i] = Float.NaN;
		final float[] estimate = Arrays.copyOf(vae.predict(batch.context(), Latents.mean()).mean(), area);
		return new Preview(batch.context().width(), Arrays.copyOf(batch.target().values(), area), seen, estimate, estimate);
	}
}
