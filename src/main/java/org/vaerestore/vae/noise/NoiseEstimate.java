package org.vaerestore.vae.noise;

/**
 * What {@link NoiseEstimation} found in images, or a user knows about them.
 *
 * @param gain growth of the noise variance with the signal, in units of the image, 0 or more
 * @param offset noise variance at signal 0, in units of the image squared
 * @param correlations of the noise, and what rows and columns share
 * @param share noise variance as a share of the images' total variance, 0 to 1
 * @param level how strong the noise is on the whole, and how sure that is
 */
public record NoiseEstimate(double gain, double offset, NoiseCorrelations correlations, double share, NoiseLevel level) {

	/** Largest correlation of noise that counts as white: optics and scanning leave a little in real images. */
	public static final double WHITE = 0.2;

	static NoiseEstimate of(final VarianceLine line, final NoiseCorrelations correlations,
		final double share, final NoiseLevel level)
	{
		return new NoiseEstimate(line.slope(), line.intercept(), correlations, share, level);
	}

	/** Returns this estimate of noise of which all pixels of a row and of a column share some more. */
	NoiseEstimate withShared(final float rows, final float columns) {
		return new NoiseEstimate(gain, offset, correlations.withShared(rows, columns), share, level);
	}

	/**
	 * Returns the correlation of the noise between horizontal and vertical neighbours, 0 for white noise; above
	 * {@link #WHITE} a denoiser that takes neighbours for independent finds little.
	 */
	public double correlation() {
		return Math.max(0, correlations.ofNeighbours());
	}

	/** Returns the mean noise variance over the pixels, in units of the image squared. */
	public double variance() {
		return level.deviation() * level.deviation();
	}

	/** Returns one variance for all signals, or no noise. */
	public NoiseModel gaussian() {
		return variance() > 0 ? new GaussianNoise(variance()) : new NoNoise();
	}

	/** Returns the noise model: Poisson-Gaussian, Gaussian if the variance does not grow, or none. */
	public NoiseModel model() {
		if (gain > 0) return new PoissonGaussianNoise(gain, offset);
		return offset > 0 ? new GaussianNoise(offset) : new NoNoise();
	}
}
