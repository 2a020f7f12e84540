package org.vaerestore.train;

import java.util.Arrays;

import org.vaerestore.model.TrainingPoint;
import org.vaerestore.vae.Losses;

/** Means of the losses between two points of the training's history. */
final class LossMeter {

	private double reconstruction;
	private double[] kl;
	private double[] klPerLatent;
	private int count;

	LossMeter(final int levels) {
		clear(levels);
	}

	void add(final Losses losses) {
		final double told = Double.isNaN(losses.reconstruction()) ? losses.predictive() : losses.reconstruction();
		if (!Double.isFinite(told + losses.predictive() + Arrays.stream(losses.kl()).sum())) return;
		reconstruction += told;
		for (int i = 0; i < kl.length; i++) {
			kl[i] += losses.kl()[i];
			klPerLatent[i] += losses.klPerLatent()[i];
		}
		count++;
	}

	boolean isEmpty() {
		return count == 0;
	}

	/**
	 * Returns the point; the losses are those of the posterior's path, the evidence lower bound's, or the prior's where no
	 * row goes through the posterior.
	 */
	TrainingPoint point(final long step, final double seconds, final double psnr) {
		final double[] mean = kl.clone();
		double total = reconstruction / count;
		for (int i = 0; i < mean.length; i++) {
			mean[i] /= count;
			total += mean[i];
		}
		return new TrainingPoint(step, seconds, total, reconstruction / count, mean, psnr);
	}

	/** Returns the mean divergence per latent value of each level, finest first. */
	double[] klPerLatent() {
		final double[] mean = klPerLatent.clone();
		for (int i = 0; i < mean.length; i++)
			mean[i] /= count;
		return mean;
	}

	void clear() {
		clear(kl.length);
	}

	private void clear(final int levels) {
		reconstruction = 0;
		kl = new double[levels];
		klPerLatent = new double[levels];
		count = 0;
	}
}
