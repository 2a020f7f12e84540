package org.vaerestore.vae.noise;

import java.util.Locale;

import org.vaerestore.job.InputException;

/**
 * Noise that a user knows: its variance is {@code readOut * readOut + gain * (signal - black)}.
 *
 * @param readOut standard deviation of the noise without light, in units of the image, 0 or more
 * @param gain growth of the variance with the signal, in units of the image per detected photon, 0 or more; 0 for noise
 *          that is the same everywhere
 * @param black value recorded without light, in units of the image
 * @param correlations of the noise
 */
public record KnownNoise(double readOut, double gain, double black, NoiseCorrelations correlations) {

	/**
	 * Checks the values.
	 *
	 * @throws InputException if one isn't possible, or there is no noise at all
	 */
	public KnownNoise {
		require(readOut >= 0 && Double.isFinite(readOut), "standard deviation", readOut, "0 or more");
		require(gain >= 0 && Double.isFinite(gain), "gain", gain, "0 or more");
		require(Double.isFinite(black), "black level", black, "a number");
		if (readOut == 0 && gain == 0) throw new InputException("The noise given by hand has the standard deviation 0 and the " +
			"gain 0, which is no noise; give one of them, or let the noise be found in the image.");
	}

	/** Returns white noise of the same standard deviation at every signal. */
	public static KnownNoise deviation(final double deviation) {
		return new KnownNoise(deviation, 0, 0, NoiseCorrelations.WHITE);
	}

	/** Returns white photon noise and read-out noise. */
	public static KnownNoise photons(final double readOut, final double gain, final double black) {
		return new KnownNoise(readOut, gain, black, NoiseCorrelations.WHITE);
	}

	/**
	 * Returns this noise for values that are stored otherwise than they are shown.
	 *
	 * @param slope shown units per stored one, not 0
	 * @param offset shown value of a stored 0
	 */
	public KnownNoise stored(final double slope, final double offset) {
		if (slope < 0 && gain > 0) throw new InputException(
			"The image shows values that fall where stored ones rise, so that a gain can't be given; give a standard deviation.");
		return new KnownNoise(readOut / Math.abs(slope), gain / Math.abs(slope), (black - offset) / slope, correlations);
	}

	/**
	 * Returns what an estimate would have said of images.
	 *
	 * @param values a sample of their pixels, in units of the image, all finite
	 */
	public NoiseEstimate in(final float[] values) {
		double mean = 0, squares = 0, variance = 0;
		for (int i = 0; i < values.length; i++) {
			final double difference = values[i] - mean;
			mean += difference / (i + 1);
			squares += difference * (values[i] - mean);
			variance += Math.max(0, readOut * readOut + gain * (values[i] - black)) / values.length;
		}
		return new NoiseEstimate(gain, readOut * readOut - gain * black, correlations, squares > 0 ? Math.min(1, variance *
			values.length / squares) : 1, NoiseLevel.given(Math.sqrt(variance)));
	}

	private static void require(final boolean good, final String name, final double value, final String rule) {
		if (!good) throw new InputException(String.format(Locale.ROOT, "The noise given by hand has the %s %s; it must be %s.",
			name, value, rule));
	}
}
