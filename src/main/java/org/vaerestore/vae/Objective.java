package org.vaerestore.vae;

import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.score.Score;

/**
 * What training minimises, and the weights of its parts:
 * {@code predictive * (-log p(target | prior's mean)) + sampled * score(samples of the prior, target) + evidence * (-log p(target | posterior) + beta * KL - entropy * H[posterior])}.
 *
 * @param beta weight of the Kullback-Leibler divergence now; below 1 while it warms up
 * @param free divergence that costs nothing
 * @param entropy weight of the posterior's entropy
 * @param predictive weight of the likelihood along the prior's mean (the hybrid objective of Sohn et al., NeurIPS 2015)
 * @param evidence weight of the evidence lower bound
 * @param reconstruction likelihood along the posterior; null for the one that the rest has
 * @param sampled weight of the score of samples
 * @param score of two samples of the prior; null if no row is sampled
 */
public record Objective(double beta, FreeBits free, double entropy, double predictive, double evidence,
	Likelihood reconstruction, double sampled, Score score)
{

	/** Creates an objective that asks nothing of samples. */
	public Objective(final double beta, final FreeBits free, final double entropy, final double predictive) {
		this(beta, free, entropy, predictive, 1, null, 0, null);
	}
}
