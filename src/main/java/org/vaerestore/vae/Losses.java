package org.vaerestore.vae;

/**
 * What one training step has cost, in nats per pixel that counts.
 *
 * @param predictive negative log-likelihood along the prior's mean
 * @param reconstruction negative log-likelihood along the posterior's sample, NaN without posterior rows
 * @param score mean score of samples, in its own units, NaN without any
 * @param averaged mean {@link AveragedError}, NaN without companions
 * @param kl divergence of the posterior from the prior for each level, finest first
 * @param klPerLatent the same in nats per latent value, which tells a collapsed level; NaN without posterior rows
 */
public record Losses(double predictive, double reconstruction, double score, double averaged, double[] kl, double[] klPerLatent) {}
