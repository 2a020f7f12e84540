package org.vaerestore.vae.noise;

import java.util.Locale;

/**
 * Noise of the same variance at every intensity.
 *
 * @param variance in units of the image squared, more than 0
 */
public record GaussianNoise(double variance) implements NoiseModel {

	/**
	 * Checks the value.
	 *
	 * @throws IllegalArgumentException if the variance is not finite or not more than 0
	 */
	public GaussianNoise {
		if (!(variance > 0 && Double.isFinite(variance))) throw new IllegalArgumentException("A noise variance of " +
			variance + " is not possible.");
	}

	@Override
	public double variance(final double signal) {
		return variance;
	}

	@Override
	public String describe() {
		return String.format(Locale.ROOT, "Gaussian noise, standard deviation %.4g", Math.sqrt(variance));
	}
}
