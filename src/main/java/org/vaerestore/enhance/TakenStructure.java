package org.vaerestore.enhance;

import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * Makes the uncertainty of an enhanced plane larger where more was taken away than noise.
 * <p>
 * What was taken is the input less the result. Its variance within {@value #SIDE} x {@value #SIDE} pixels is that of the
 * noise or less; where it is more than chance makes it, structure was taken, and what it has more is added to the
 * variance of the result. Rows come out a few rows later than they went in.
 * </p>
 */
final class TakenStructure {

	private static final int REACH = 5;
	private static final int SIDE = 2 * REACH + 1;
	/** Variance, in units of the noise's, that chance makes of white and of correlated noise. */
	private static final double CHANCE = 1.3, CORRELATED_CHANCE = 1.7;
	/** Squares of single pixels count up to so many variances of the noise, for an outlier is no structure. */
	private static final double MOST = 16;

	private final NoiseModel noise;
	private final double chance;
	private final long plane;
	private final int width;
	private final int height;
	private final RowWriter writer;
	/** The last rows: squares of what was taken, variance of the noise, deviation of the result. */
	private final float[][] squares;
	private final float[][] variances;
	private final float[][] deviations;
	private int added;
	private int written;

	/**
	 * Begins with a plane.
	 *
	 * @param correlation of the noise between neighbouring pixels
	 * @param writer takes the standard deviations
	 */
	TakenStructure(final NoiseModel noise, final double correlation, final long plane, final int width, final int height,
		final RowWriter writer)
	{
		this.noise = noise;
		chance = correlation > NoiseEstimate.WHITE ? CORRELATED_CHANCE : CHANCE;
		this.plane = plane;
		this.width = width;
		this.height = height;
		this.writer = writer;
		squares = new float[SIDE][width];
		variances = new float[SIDE][width];
		deviations = new float[SIDE][width];
	}

	/**
	 * Takes the next rows, and writes those that are ready.
	 *
	 * @param input row by row; NaN where it isn't known
	 * @param mean the result
	 * @param deviation standard deviations of the result, NaN where there are none
	 */
	void add(final Region rows, final float[] input, final float[] mean, final float[] deviation) {
		for (int y = 0; y < rows.height(); y++) {
			final int row = added % SIDE;
			for (int x = 0; x < width; x++) {
				final int i = y * width + x;
				final boolean known = Float.isFinite(input[i]) && !Float.isNaN(deviation[i]);
				final double variance = known ? noise.variance(mean[i]) : 0, taken = input[i] - mean[i];
				variances[row][x] = (float) variance;
				squares[row][x] = known ? (float) Math.min(taken * taken, MOST * variance) : 0;
				deviations[row][x] = deviation[i];
			}
			added++;
			if (added > REACH) write(added - REACH);
		}
		if (added == height) write(height);
	}

	/** Writes rows up to one. */
	private void write(final int end) {
		for (; written < end; written++) {
			final int from = Math.max(0, written - REACH), to = Math.min(height, written + REACH + 1);
			final float[] result = deviations[written % SIDE].clone();
			double square = 0, variance = 0;
			for (int x = -REACH; x < width; x++) {
				final int enters = x + REACH, leaves = x - REACH - 1;
				for (int y = from; y < to; y++) {
					if (enters < width) {
						square += squares[y % SIDE][enters];
						variance += variances[y % SIDE][enters];
					}
					if (leaves >= 0) {
						square -= squares[y % SIDE][leaves];
						variance -= variances[y % SIDE][leaves];
					}
				}
				if (x < 0) continue;
				final int pixels = (to - from) * (Math.min(width, x + REACH + 1) - Math.max(0, x - REACH));
				final double more = (square - chance * variance) / pixels;
				if (more > 0) result[x] = (float) Math.sqrt(result[x] * (double) result[x] + more);
			}
			writer.write(plane, new Region(0, written, width, 1), result);
		}
	}
}
