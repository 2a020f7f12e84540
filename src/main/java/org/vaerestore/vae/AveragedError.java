package org.vaerestore.vae;

/**
 * The error of pictures that have been averaged with their companions: of each the logarithm of its mean square in variances of its
 * noise, 0 where nothing was averaged.
 * <p>
 * By the likelihood alone, a companion that shows something else is so bad for a network which is sure of itself that none gets any
 * weight; by logarithms, each picture counts alike.
 * </p>
 */
final class AveragedError {

	/** Noise that a picture without noise is taken to have; and what is added to a mean square. */
	private static final double LEAST_NOISE = 0.02, LEAST = 0.01;

	private AveragedError() {}

	/**
	 * Returns the sum of the errors of all rows.
	 *
	 * @param averaged the pictures
	 * @param targets what they should be, of whose rows these begin with {@code from}
	 * @param gradient takes that of the sum
	 */
	static double of(final Pictures averaged, final Pictures targets, final int from, final float[] gradient) {
		final int area = averaged.area();
		double sum = 0;
		for (int row = 0; row < averaged.rows(); row++) {
			final double noise = Math.max(LEAST_NOISE, averaged.noise().get(row).level());
			double square = LEAST;
			for (int i = row * area; i < (row + 1) * area; i++) {
				final double error = (averaged.values()[i] - targets.values()[from * area + i]) / noise;
				gradient[i] = (float) (2 * error / noise / area);
				square += error * error / area;
			}
			for (int i = row * area; i < (row + 1) * area; i++)
				gradient[i] /= (float) square;
			sum += Math.log(square);
		}
		return sum;
	}
}
