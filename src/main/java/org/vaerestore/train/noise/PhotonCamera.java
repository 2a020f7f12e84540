package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.vae.noise.PoissonGaussianNoise;
import org.vaerestore.vae.noise.Stabilisation;

/**
 * Records photons as a detector does, in units in which the noise is stable: few photons give few values, and their
 * noise is nothing like a Gaussian.
 */
final class PhotonCamera {

	/** Most photons per pixel. */
	static final double MOST = 400;

	private static final int ROWS = 400;
	/** From so many photons on, a Gaussian with their skewness can't be told from their distribution (Cornish and Fisher 1938). */
	private static final double MANY = 15;

	private final double readOut;
	private final boolean clips;
	private final Stabilisation stabilisation;
	private final float[] means = new float[ROWS + 1];

	/**
	 * Creates a camera.
	 *
	 * @param readOut standard deviation of the read-out noise, in photons
	 * @param clips whether what is below 0 is recorded as 0
	 */
	PhotonCamera(final double readOut, final boolean clips) {
		this.readOut = readOut;
		this.clips = clips;
		stabilisation = Stabilisation.of(new PoissonGaussianNoise(1, readOut * readOut), clips ? 0
			: Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
		for (int row = 0; row <= ROWS; row++)
			means[row] = (float) stabilisation.mean(MOST * row / ROWS * row / ROWS);
	}

	/** Returns the mean of the stabilised recordings of a mean number of photons, 0 to {@link #MOST}. */
	double mean(final double photons) {
		final double position = ROWS * Math.sqrt(photons / MOST);
		final int row = Math.min(ROWS - 1, (int) position);
		return means[row] + (position - row) * (means[row + 1] - means[row]);
	}

	/** Returns one stabilised recording of a mean number of photons. */
	double record(final double photons, final SplittableRandom random) {
		final double recorded = count(photons, random) + readOut * random.nextGaussian();
		return stabilisation.forward(clips ? Math.max(0, recorded) : recorded);
	}

	private static double count(final double photons, final SplittableRandom random) {
		if (photons > MANY) {
			final double normal = random.nextGaussian();
			return Math.max(0, Math.rint(photons + Math.sqrt(photons) * normal + (normal * normal - 1) / 6));
		}
		final double end = Math.exp(-photons);
		int count = 0;
		for (double product = random.nextDouble(); product > end; product *= random.nextDouble())
			count++;
		return count;
	}
}
