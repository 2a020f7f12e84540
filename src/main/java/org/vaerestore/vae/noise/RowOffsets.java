package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * What each row has more than what an image shows there, from its steps.
 * <p>
 * The steps add up to offsets and to what the image shows, which goes on from row to row as a random walk does. Both have
 * a variance: steps over one row have all of the offsets' and of the walk's once, those over several rows the walk's several
 * times. So the walk is a mean of the sums around, the nearer the more (local level model, as a two-sided Kalman filter in
 * its steady state), and what a row has more is its offset. Steps that are too large for offsets are of the image.
 * </p>
 */
final class RowOffsets {

	/** Rows over which the walk goes on while its variance is measured. */
	private static final int LONG = 8;
	private static final double OF_DEVIATIONS = 1.4826;
	/** Standard deviations beyond which a step is no difference of offsets. */
	private static final double FAR = 4;
	/** Weights below this share don't matter. */
	private static final double NEGLIGIBLE = 1e-3;

	private RowOffsets() {}

	/**
	 * Returns the offsets.
	 *
	 * @param variance of the offsets, more than 0
	 */
	static double[] of(final RowSteps measured, final double variance) {
		final double[] steps = measured.middles();
		final double far = FAR * Math.sqrt(2 * variance);
		final double[] sums = new double[steps.length + 1];
		for (int row = 0; row < steps.length; row++)
			sums[row + 1] = sums[row] + (Math.abs(steps[row]) < far ? steps[row] : 0);
		final double walk = Math.max(0, (spread(sums, LONG) - spread(sums, 1)) / (LONG - 1));
		final double ratio = walk / variance, gain = 0.5 * (Math.sqrt(ratio * ratio + 4 * ratio) - ratio);
		final int reach = Math.min(sums.length, (int) Math.ceil(Math.log(NEGLIGIBLE) / Math.log(Math.min(0.999, 1 - gain))));
		final double[] offsets = new double[sums.length];
		for (int row = 0; row < sums.length; row++) {
			double sum = 0, weights = 0;
			for (int other = Math.max(0, row - reach); other < Math.min(sums.length, row + reach + 1); other++) {
				final double weight = Math.pow(1 - gain, Math.abs(other - row));
				sum += weight * sums[other];
				weights += weight;
			}
			offsets[row] = sums[row] - sum / weights;
		}
		return offsets;
	}

	/** Returns the variance of most differences over some rows. */
	private static double spread(final double[] sums, final int rows) {
		final double[] sizes = new double[Math.max(1, sums.length - rows)];
		for (int row = 0; row + rows < sums.length; row++)
			sizes[row] = Math.abs(sums[row + rows] - sums[row]);
		Arrays.sort(sizes);
		return Math.pow(OF_DEVIATIONS * sizes[sizes.length / 2], 2);
	}
}
