package org.vaerestore.vae.noise;

/**
 * How much a recorded value scatters about the signal behind it.
 * <p>
 * A noise model is a value: equal models describe the same noise, and {@link Stabilisation#of} makes the transform that
 * belongs to it.
 * </p>
 */
public sealed interface NoiseModel permits NoNoise, GaussianNoise, PoissonGaussianNoise, MixtureNoise {

	/**
	 * Returns the variance of the values recorded for a signal.
	 *
	 * @param signal in units of the image
	 * @return in units of the image squared, never negative
	 */
	double variance(double signal);

	/** Returns the model in a few words for a log or a table, numbers in units of the image. */
	String describe();
}
