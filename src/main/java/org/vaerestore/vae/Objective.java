package org.vaerestore.vae;

/**
 * Weights of the parts of the training objective, which is minimised:
 * {@code predictive * (-log p(target | prior)) + (-log p(target | posterior) + beta * KL - entropy * H[posterior])}.
 *
 * @param beta weight of the Kullback-Leibler divergence now; below 1 while it warms up
 * @param freeNats divergence per latent value of a level that costs nothing (free bits; Kingma et al., NeurIPS 2016)
 * @param entropy weight of the posterior's entropy
 * @param predictive weight of the prior path's own likelihood (the hybrid objective of Sohn et al., NeurIPS 2015)
 */
public record Objective(double beta, double freeNats, double entropy, double predictive) {
}
