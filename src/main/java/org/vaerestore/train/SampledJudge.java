package org.vaerestore.train;

import java.util.Arrays;

import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.PriorSample;
import org.vaerestore.vae.TrainingBatch;

/**
 * Judges a network by the score of its samples, which sees texture; what people are told is the error of the prior's mean.
 */
final class SampledJudge implements Judge {

	private static final int SAMPLES = 2;

	private final TrainingBatch[] batches;
	private final Judge ofMeans;

	/**
	 * @param ofMeans says what the prior's mean is worth
	 */
	SampledJudge(final TrainingBatch[] batches, final Judge ofMeans) {
		this.batches = batches;
		this.ofMeans = ofMeans;
	}

	@Override
	public Score score(final LadderVae vae) {
		final double[] sums = new double[batches.length];
		vae.sideBySide(batches.length, b -> sums[b] = Arrays.stream(scores(vae, batches[b], b)).sum());
		final double rows = Arrays.stream(batches).mapToInt(batch -> batch.context().rows()).sum();
		return new Score(Arrays.stream(sums).sum() / rows, ofMeans.score(vae).psnr());
	}

	/** Returns the score of each row. */
	static double[] scores(final LadderVae vae, final TrainingBatch batch, final long seed) {
		final int rows = batch.context().rows(), area = batch.context().area();
		final float[][] samples = new float[SAMPLES][];
		for (int k = 0; k < SAMPLES; k++)
			samples[k] = sample(vae, batch, SAMPLES * seed + k);
		final double[] scores = new double[rows];
		// Judging needs no gradients.
		final float[] unused = new float[area], unusedToo = new float[area];
		for (int row = 0; row < rows; row++) {
			final int from = row * area;
			final float[] truth = Arrays.copyOfRange(batch.target().values(), from, from + area), one = truth.clone(), two = truth.clone();
			final boolean[] hidden = new boolean[area];
			for (int i = 0; i < area; i++) {
				hidden[i] = batch.weight()[from + i] > 0;
				if (!hidden[i]) continue;
				one[i] = samples[0][from + i];
				two[i] = samples[1][from + i];
			}
			scores[row] = Plan.SCORE.evaluate(one, two, truth, hidden, batch.context().width(), 0, unused, unusedToo);
		}
		return scores;
	}

	/** Returns a sample of all rows as it is used. */
	private static float[] sample(final LadderVae vae, final TrainingBatch batch, final long seed) {
		final int rows = batch.context().rows();
		final long[] seeds = new long[rows];
		for (int row = 0; row < rows; row++)
			seeds[row] = seed * rows + row;
		final float[] sample = vae.predict(batch.context(), Latents.sample(vae.architecture(), seeds, new int[rows], new int[rows]))
			.mean();
		final float[] start = batch.context().values(), trust = batch.context().visible();
		for (int i = 0; i < sample.length; i++)
			sample[i] = PriorSample.used(sample[i], start[i], trust[i]);
		return sample;
	}

	@Override
	public Preview preview(final LadderVae vae) {
		final TrainingBatch batch = batches[0];
		final int area = batch.context().area();
		final Preview mean = ofMeans.preview(vae);
		return new Preview(batch.context().width(), mean.original(), mean.damaged(), mean.restored(), Arrays.copyOf(sample(vae, batch,
			1), area));
	}
}
