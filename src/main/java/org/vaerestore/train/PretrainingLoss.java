package org.vaerestore.train;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.vaerestore.vae.noise.BetaLikelihood;
import org.vaerestore.vae.noise.GaussianLikelihood;
import org.vaerestore.vae.noise.Likelihood;
import org.vaerestore.vae.noise.SquaredError;

/** How errors on procedural pictures count. */
public enum PretrainingLoss {
	/** By each pixel's likelihood, with the variance that is predicted for it. */
	@JsonProperty("likelihood")
	LIKELIHOOD("each pixel's likelihood", new GaussianLikelihood()),
	/** By the same, times the root of that variance. */
	@JsonProperty("beta-likelihood")
	BETA_LIKELIHOOD("the beta-likelihood with beta 0.5", new BetaLikelihood(0.5)),
	/** By squared errors, in units of what is to be expected of a patch: where only holes are taught, whose lessons tell that. */
	@JsonProperty("squared-error")
	SQUARED_ERROR("squared errors in units of what is to be expected", new SquaredError());

	private final String description;
	private final Likelihood likelihood;

	PretrainingLoss(final String description, final Likelihood likelihood) {
		this.description = description;
		this.likelihood = likelihood;
	}

	String describe() {
		return description;
	}

	Likelihood likelihood() {
		return likelihood;
	}
}
