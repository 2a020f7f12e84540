package org.vaerestore.vae.noise;

import java.util.Locale;

/**
 * Photon noise and read-out noise: a variance that grows linearly with the signal (Foi et al., IEEE TIP 2008).
 * <p>
 * The variance is {@code gain * signal + offset}, but at least a millionth of {@code gain} squared: a line fitted to
 * real images reaches zero at the detector's black level, and what lies below must keep a standard deviation to
 * divide by.
 * </p>
 *
 * @param gain units of the image per detected photon, 0 or more
 * @param offset variance at signal 0, in units of the image squared; negative if the detector's black level is above 0
 */
public record PoissonGaussianNoise(double gain, double offset) implements NoiseModel {

	private static final double FLOOR = 1e-6;

	/**
	 * Checks the values.
	 *
	 * @throws IllegalArgumentException if one is not finite, the gain is negative, or there is no noise at all
	 */
	public PoissonGaussianNoise {
		if (!(gain >= 0 && Double.isFinite(gain) && Double.isFinite(offset))) throw new IllegalArgumentException(
			"Poisson-Gaussian noise of gain " + gain + " and offset " + offset + " is not possible.");
		if (gain == 0 && offset <= 0) throw new IllegalArgumentException("A noise variance of " + offset +
			" at every signal is not possible.");
	}

	@Override
	public double variance(final double signal) {
		return Math.max(gain * signal + offset, FLOOR * gain * gain);
	}

	@Override
	public String describe() {
		return String.format(Locale.ROOT, "Poisson-Gaussian noise, variance %.4g * signal %s %.4g", gain, offset < 0 ? "-"
			: "+", Math.abs(offset));
	}
}
