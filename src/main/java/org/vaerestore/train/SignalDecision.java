package org.vaerestore.train;

import java.util.Locale;

import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.MixtureNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseModel;
import org.vaerestore.vae.noise.PoissonGaussianNoise;

/**
 * Whether a training takes its images for noisy, and with which noise model it begins.
 *
 * @param noise model to begin with; none for clean images
 * @param reason for the log
 */
record SignalDecision(NoiseModel noise, String reason) {

	/** Noise with less than this share of the variance of the images is not worth removing. */
	private static final double WORTH_REMOVING = 0.11;

	static SignalDecision of(final TrainingSettings settings, final NoiseEstimate estimate, final float[] values) {
		final boolean noisy = switch (settings.signal()) {
			case CLEAN -> false;
			case NOISY -> true;
			case AUTO -> settings.known() != null || estimate.share() >= WORTH_REMOVING;
		};
		final String found = String.format(Locale.ROOT, "noise is %.1f %% of the images' variance, %s", 100 * estimate.share(),
			estimate.level().describe());
		final boolean none = !(estimate.gain() > 0) && !(estimate.offset() > 0);
		if (!noisy || none || settings.noise() == NoiseKind.NONE) return new SignalDecision(new NoNoise(), "clean signal: " +
			found);
		final double mean = mean(values);
		final NoiseModel line = new PoissonGaussianNoise(estimate.gain(), estimate.offset());
		final double variance = line.variance(mean);
		final NoiseModel noise = settings.noise() == NoiseKind.GAUSSIAN || !(estimate.gain() > 0) ? new GaussianNoise(
			variance) : line;
		return new SignalDecision(noise, "noisy signal: " + found + "; " + noise.describe());
	}

	/** Returns the line of the variance of a noise model over the signal; null without noise. */
	static PoissonGaussianNoise line(final NoiseModel noise) {
		if (noise instanceof GaussianNoise gaussian) return new PoissonGaussianNoise(0, gaussian.variance());
		if (noise instanceof MixtureNoise mixture) return mixture.base();
		return noise instanceof PoissonGaussianNoise line ? line : null;
	}

	boolean noisy() {
		return !(noise instanceof NoNoise);
	}

	private static double mean(final float[] values) {
		double sum = 0;
		for (final float v : values)
			sum += v;
		return sum / values.length;
	}
}
