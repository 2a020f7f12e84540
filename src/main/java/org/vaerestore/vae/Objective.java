package org.vaerestore.vae;

import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.score.Score;

/**
 * What training minimises, and the weights of its parts:
 * {@code predictive * (-log p(target | prior's mean)) + sampled * score(samples of the prior, target) + evidence * (-log p(target | posterior) + beta * KL - entropy * H[posterior])
 * + averaged * log(error of pictures averaged with their companions)}.
 *
 * @param beta weight of the Kullback-Leibler divergence now; below 1 while it warms up
 * @param free divergence that costs nothing
 * @param entropy weight of the posterior's entropy
 * @param predictive weight of the likelihood along the prior's mean (the hybrid objective of Sohn et al., NeurIPS 2015)
 * @param evidence weight of the evidence lower bound
 * @param reconstruction likelihood along the posterior; null for the one that the rest has
 * @param sampled weight of the score of samples
 * @param score of two samples of the prior; null if no row is sampled
 * @param averaged weight of the error of pictures once they are averaged with their companions, see {@link AveragedError}
 */
public record Objective(double beta, FreeBits free, double entropy, double predictive, double evidence,
	Likelihood reconstruction, double sampled, Score score, double averaged)
{

	/** Creates an objective that asks nothing of samples. */
	public Objective(final double beta, final FreeBits free, final double entropy, final double predictive) {
		this(beta, free, entropy, predictive, 1, null, 0, null, 0);
	}

	/** Creates an objective that asks nothing of averages. */
	public Objective(final double beta, final FreeBits free, final double entropy, final double predictive, final double evidence,
		final Likelihood reconstruction, final double sampled, final Score score)
	{
		this(beta, free, entropy, predictive, evidence, reconstruction, sampled, score, 0);
	}

	/** Returns this objective, averages being asked for as well. */
	public Objective withAveraged(final double weight) {
		return new Objective(beta, free, entropy, predictive, evidence, reconstruction, sampled, score, weight);
	}
}
