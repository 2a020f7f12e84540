package org.vaerestore.train;

import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.NoiseModel;

/** What a training learns from, and what its model says of that. */
interface TrainingData extends AutoCloseable {

	/** Returns the batch of a step: the same one for the same step, whatever was asked for before. */
	TrainingBatch batch(long step);

	Judge judge();

	/** Returns the noise model as it is now. */
	NoiseModel noise();

	/** Returns the likelihood of the targets under the noise model as it is now. */
	default Likelihood likelihood() {
		return new GaussianLikelihood();
	}

	/** Returns whether a better noise model is due, now that the network has a first idea of the signal. */
	default boolean isRefinementDue(final double done) {
		return false;
	}

	/**
	 * Fits a better noise model with the network as it is.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled; then all is as before
	 */
	default void refineNoise(final LadderVae vae, final Progress progress) {}

	/** Returns the model so far, without what only a finished one has. */
	VaeModel draft(List<Tensor> weights, List<TrainingPoint> history);

	/**
	 * Returns the finished model.
	 *
	 * @param vae to look at the weights with
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	VaeModel model(List<Tensor> weights, List<TrainingPoint> history, LadderVae vae, Progress progress);

	@Override
	void close();
}
