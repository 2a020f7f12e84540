package org.vaerestore.vae;

import java.util.List;

/**
 * What all parts of a batch have found together.
 *
 * @param priorWeight sum of the weights of the pixels along the prior, at least 1
 * @param sampledRows how many rows were sampled
 * @param posteriorWeight sum of the weights of the pixels along the posterior, at least 1
 * @param rows of the context
 * @param losses of the batch
 */
record BatchLosses(double priorWeight, int sampledRows, double posteriorWeight, int rows, Losses losses) {

	static BatchLosses of(final List<TrainingPart> parts, final int levels) {
		double priorWeight = 0, posteriorWeight = 0, predictive = 0, reconstruction = 0, score = 0, averaged = 0;
		int sampled = 0, rows = 0;
		final double[] divergence = new double[levels];
		final double[] latents = new double[levels];
		for (final TrainingPart part : parts) {
			priorWeight += part.weight(false);
			posteriorWeight += part.weight(true);
			predictive += part.predictive();
			reconstruction += part.reconstruction();
			score += part.score();
			averaged += part.averaged();
			rows += part.rows().context();
			sampled += part.rows().sampled();
			for (int level = 0; level < levels; level++) {
				final DecoderLevel decoder = part.network().level(level);
				divergence[level] += decoder.divergence();
				latents[level] += (double) decoder.shape().rowSize() * part.rows().target();
			}
		}
		priorWeight = Math.max(1, priorWeight);
		if (posteriorWeight == 0) reconstruction = Double.NaN;
		posteriorWeight = Math.max(1, posteriorWeight);
		final double[] kl = new double[levels];
		final double[] klPerLatent = new double[levels];
		for (int level = 0; level < levels; level++) {
			kl[level] = divergence[level] / posteriorWeight;
			klPerLatent[level] = divergence[level] / latents[level];
		}
		return new BatchLosses(priorWeight, sampled, posteriorWeight, rows, new Losses(predictive / priorWeight, reconstruction /
			posteriorWeight, sampled == 0 ? Double.NaN : score / sampled, averaged / rows, kl, klPerLatent));
	}

	/** Returns the factor of each level's divergence in the loss: none where it is free. */
	double[] divergenceWeights(final Objective objective) {
		final double[] weights = new double[losses.kl().length];
		for (int level = 0; level < weights.length; level++)
			weights[level] = objective.free().covers(losses.klPerLatent()[level], losses.kl()[level]) ? 0 : objective.evidence() *
				objective.beta() / posteriorWeight;
		return weights;
	}
}
