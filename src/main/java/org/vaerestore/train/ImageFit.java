package org.vaerestore.train;

import java.util.Locale;
import java.util.Map;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseLevel;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.Stabilisation;

/**
 * What brings images into a network's units.
 *
 * @param noise model of their noise; none for clean images
 * @param normalisation from image units to network units and back
 * @param reason why they are held to be noisy or clean, for people
 * @param level how strong their noise is, and how sure that is, whether or not they are held to be noisy
 */
record ImageFit(NoiseModel noise, Normalisation normalisation, String reason, NoiseLevel level) {

	static ImageFit of(final TrainingSettings settings, final Survey survey) {
		final NoiseEstimate estimate = settings.known() == null ? survey.noise() : settings.known().in(survey.values());
		final SignalDecision decision = SignalDecision.of(settings, estimate, survey.values());
		final Normalisation normalisation = Normalisation.fit(survey.values(), decision.noisy() ? Stabilisation.of(decision
			.noise(), survey.range().low(), survey.range().high(), survey.range().black()) : null);
		return new ImageFit(decision.noise(), decision.noisy() ? normalisation.withCorrelations(estimate.correlations())
			: normalisation, decision.reason(), estimate.level());
	}

	boolean isNoisy() {
		return !(noise instanceof NoNoise);
	}

	/** Logs what was found, and a warning where it isn't sure. */
	void tell(final Progress progress) {
		progress.log(reason);
		if (isNoisy() && level.isDoubtful()) progress.log(String.format(Locale.ROOT, "Warning: noise and texture can hardly be " +
			"told apart here: the standard deviation of the noise is between %.3g and %.3g. What may be texture is kept, and " +
			"noise may be left. If you know the noise, give it by hand.", level.low(), level.high()));
	}

	/** Returns the settings of a model that tell of the noise. */
	Map<String, String> settings() {
		return VaeModel.noiseSettings(level);
	}
}
