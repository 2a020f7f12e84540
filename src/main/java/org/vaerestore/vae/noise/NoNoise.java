package org.vaerestore.vae.noise;

/** The recorded values are the signal. */
public record NoNoise() implements NoiseModel {

	@Override
	public double variance(final double signal) {
		return 0;
	}

	@Override
	public String describe() {
		return "no noise";
	}
}
