package org.vaerestore.vae;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.vae.noise.Likelihood;

/**
 * Some rows of a training batch on one copy of the network: forward, and, once it is known what all parts have found,
 * backward.
 */
final class TrainingPart {

	private final LadderNetwork network;
	private TrainingBatch batch;
	private Rows rows;
	private int first;
	/** Ends of the pixels along the prior's mean, of the samples, and of all. */
	private int meanPixels;
	private int priorPixels;
	private int pixels;
	private double predictive;
	private double reconstruction;
	private double score;
	private double averaged;
	private float[] targets = {};
	private float[] weights = {};
	private float[] targetVariances = {};
	private float[] meanGradient = {};
	private float[] logVarianceGradient = {};
	private float[] averagedGradient = {};

	TrainingPart(final LadderNetwork network) {
		this.network = network;
	}

	LadderNetwork network() {
		return network;
	}

	double predictive() {
		return predictive;
	}

	double reconstruction() {
		return reconstruction;
	}

	/** Returns the sum of the scores of its sampled rows. */
	double score() {
		return score;
	}

	/** Returns the sum of the errors of rows that have been averaged with their companions, NaN if they have none. */
	double averaged() {
		return averaged;
	}

	/** Returns the sum of the weights of the rows along the prior's mean, or of those along the posterior. */
	double weight(final boolean posterior) {
		double sum = 0;
		for (int i = posterior ? priorPixels : 0; i < (posterior ? pixels : meanPixels); i++)
			sum += weights[i];
		return sum;
	}

	Rows rows() {
		return rows;
	}

	/**
	 * Runs the network on rows of a batch.
	 *
	 * @param newFirst first row
	 * @param newRows how many follow the prior and the posterior
	 */
	void forward(final TrainingBatch newBatch, final int newFirst, final Rows newRows, final Objective objective,
		final Likelihood likelihood, final SplittableRandom random)
	{
		batch = newBatch;
		first = newFirst;
		rows = newRows;
		final int area = batch.context().area();
		meanPixels = rows.mean() * area;
		priorPixels = rows.prior() * area;
		pixels = rows.all() * area;
		if (targets.length < pixels) {
			targets = new float[pixels];
			weights = new float[pixels];
			targetVariances = new float[pixels];
			meanGradient = new float[pixels];
			logVarianceGradient = new float[pixels];
		}
		copyRows(batch.target().values(), targets);
		copyRows(batch.weight(), weights);
		copyRows(batch.targetVariance(), targetVariances);
		network.forward(batch.context(), batch.target(), first, rows, Latents.training(random));
		if (averagedGradient.length < rows.context() * area) averagedGradient = new float[rows.context() * area];
		averaged = network.averaged() == null ? Double.NaN : AveragedError.of(network.averaged(), batch.target(), first, averagedGradient);
		// The scales are those of the whole batch, which are known only when all parts are here.
		predictive = likelihood.evaluate(targets, network.mean(), network.logVariance(), weights, 0, meanPixels,
			targetVariances, 1, meanGradient, logVarianceGradient);
		reconstruction = (objective.reconstruction() == null ? likelihood : objective.reconstruction()).evaluate(targets, network
			.mean(), network.logVariance(), weights, priorPixels, pixels, targetVariances, 1, meanGradient, logVarianceGradient);
		score = 0;
		Arrays.fill(logVarianceGradient, meanPixels, priorPixels, 0);
		for (int row = 0; row < rows.sampled(); row++)
			score += scored(row, area, objective);
	}

	/** Scores the two samples of a row as they will be used, and keeps their gradients. */
	private double scored(final int row, final int area, final Objective objective) {
		final int a = meanPixels + row * area, b = a + rows.sampled() * area, in = (first + row) * area;
		final float[] truth = Arrays.copyOfRange(batch.target().values(), in, in + area), one = truth.clone(), two = truth
			.clone(), oneGradient = new float[area], twoGradient = new float[area], share = new float[area];
		final boolean[] hidden = new boolean[area];
		for (int i = 0; i < area; i++) {
			if (batch.weight()[in + i] == 0) continue;
			hidden[i] = true;
			final float start = batch.context().values()[in + i], trust = batch.context().visible()[in + i];
			share[i] = PriorSample.share(trust);
			one[i] = PriorSample.used(network.mean()[a + i], start, trust);
			two[i] = PriorSample.used(network.mean()[b + i], start, trust);
		}
		final double value = objective.score().evaluate(one, two, truth, hidden, batch.context().width(), 1, oneGradient,
			twoGradient);
		for (int i = 0; i < area; i++) {
			meanGradient[a + i] = share[i] * oneGradient[i];
			meanGradient[b + i] = share[i] * twoGradient[i];
		}
		return value;
	}

	/** Sets the gradients of this copy's parameters. */
	void backward(final Objective objective, final BatchLosses losses) {
		scale(0, meanPixels, objective.predictive() / losses.priorWeight());
		scale(meanPixels, priorPixels, objective.sampled() / Math.max(1, losses.sampledRows()));
		scale(priorPixels, pixels, objective.evidence() / losses.posteriorWeight());
		for (int i = 0; i < rows.context() * batch.context().area(); i++)
			averagedGradient[i] *= (float) (objective.averaged() / losses.rows());
		network.backward(meanGradient, logVarianceGradient, averagedGradient, losses.divergenceWeights(objective), objective.evidence() * objective
			.entropy() / losses.posteriorWeight());
	}

	private void scale(final int from, final int to, final double scale) {
		for (int i = from; i < to; i++) {
			meanGradient[i] *= (float) scale;
			logVarianceGradient[i] *= (float) scale;
		}
	}

	/** Each strand has the targets of the first rows of the context. */
	private void copyRows(final float[] from, final float[] to) {
		final int area = batch.context().area();
		int begin = 0;
		for (final Strand strand : rows.strands()) {
			System.arraycopy(from, first * area, to, begin, strand.rows() * area);
			begin += strand.rows() * area;
		}
	}
}
