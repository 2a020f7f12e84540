package org.vaerestore.train;

import org.vaerestore.model.Normalisation;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.Stabilisation;

/**
 * What brings images into a network's units.
 *
 * @param noise model of their noise; none for clean images
 * @param normalisation from image units to network units and back
 * @param reason why they are held to be noisy or clean, for people
 */
record ImageFit(NoiseModel noise, Normalisation normalisation, String reason) {

	static ImageFit of(final TrainingSettings settings, final Survey survey) {
		final SignalDecision decision = SignalDecision.of(settings, survey.noise(), survey.values());
		final Normalisation normalisation = Normalisation.fit(survey.values(), decision.noisy() ? Stabilisation.of(decision
			.noise(), survey.low(), survey.high()) : null);
		return new ImageFit(decision.noise(), decision.noisy() ? normalisation.withCorrelation(survey.noise().correlation())
			: normalisation, decision.reason());
	}
}
