package org.vaerestore.vae;

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
	private int priorPixels;
	private int pixels;
	private double predictive;
	private double reconstruction;
	private float[] targets = {};
	private float[] weights = {};
	private float[] targetVariances = {};
	private float[] meanGradient = {};
	private float[] logVarianceGradient = {};

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

	/** Returns the sum of the weights of the first rows. */
	double weight(final boolean posterior) {
		double sum = 0;
		for (int i = posterior ? priorPixels : 0; i < (posterior ? pixels : priorPixels); i++)
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
	 * @param newRows how many follow the prior, and how many of them, the first, follow the posterior too
	 */
	void forward(final TrainingBatch newBatch, final int newFirst, final Rows newRows, final Likelihood likelihood,
		final SplittableRandom random)
	{
		batch = newBatch;
		first = newFirst;
		rows = newRows;
		final int area = batch.context().area();
		priorPixels = rows.context() * area;
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
		// The scales are those of the whole batch, which are known only when all parts are here.
		predictive = likelihood.evaluate(targets, network.mean(), network.logVariance(), weights, 0, priorPixels,
			targetVariances, 1, meanGradient, logVarianceGradient);
		reconstruction = likelihood.evaluate(targets, network.mean(), network.logVariance(), weights, priorPixels, pixels,
			targetVariances, 1, meanGradient, logVarianceGradient);
	}

	/** Sets the gradients of this copy's parameters. */
	void backward(final Objective objective, final BatchLosses losses) {
		final double priorScale = objective.predictive() / losses.priorWeight();
		final double posteriorScale = 1 / losses.posteriorWeight();
		for (int i = 0; i < pixels; i++) {
			final double scale = i < priorPixels ? priorScale : posteriorScale;
			meanGradient[i] *= (float) scale;
			logVarianceGradient[i] *= (float) scale;
		}
		network.backward(meanGradient, logVarianceGradient, losses.divergenceWeights(objective), objective.entropy() / losses
			.posteriorWeight());
	}

	/** The posterior's rows have the targets of the first rows of the context. */
	private void copyRows(final float[] from, final float[] to) {
		final int begin = first * batch.context().area();
		System.arraycopy(from, begin, to, 0, priorPixels);
		System.arraycopy(from, begin, to, priorPixels, pixels - priorPixels);
	}
}
