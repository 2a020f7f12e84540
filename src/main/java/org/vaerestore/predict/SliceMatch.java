package org.vaerestore.predict;

/**
 * Brings slices to the brightness of the one that they are to be averaged with.
 * <p>
 * The brightness of large regions is always the slice's own, so that what flickers or bleaches doesn't leak. That of
 * smaller ones, down to single pixels, is where the mean of the difference over such a region is many of its standard
 * errors away from 0: what is no noise is change, however little it is in a single pixel, and it belongs to its slice. Finer
 * structure and noise are left to be averaged.
 * </p>
 *
 * @param grid of the region
 * @param noise of differences
 */
record SliceMatch(CellGrid grid, DifferenceNoise noise) {

	/** Standard deviations of blurs, in cells. */
	private static final double[] BLURS = { 4, 2, 1 };
	/** Standard errors from where on the mean of a blur's region is change; the widest always is. */
	private static final double[] LEAST = { 0, 2, 3.5 };
	/** Standard errors from where on what a wide blur finds is looked at by the narrower ones, too. */
	private static final double WIDE = 3;
	/** How far around it change is taken over, in cells. */
	private static final int[] REACHES = { 0, 4, 2 };
	private static final double LEAST_OF_PIXELS = 7;
	/** Standard errors from where on single pixels are change, if they are held against the mean of all other slices. */
	static final double LEAST_OF_FLASHES = 4.5;
	private static final int REACH_OF_PIXELS = 1;
	/** How fast what is found turns from noise to change beyond that. */
	private static final double STEEP = 2;

	/**
	 * Matches a slice, in place.
	 *
	 * @param difference of the slice that it is to agree with from it, in place too; NaN where one of them has nothing
	 * @param variances of the noise of the difference, in each cell
	 */
	void match(final float[] slice, final float[] difference, final float[] variances) {
		final float[] counts = grid.counts(difference);
		float[] changed = new float[grid.count()];
		for (int k = 0; k < BLURS.length; k++) {
			final float[] means = grid.blur(grid.sums(difference), BLURS[k]), covered = grid.blur(counts, BLURS[k]);
			final float[] shares = new float[means.length], wide = new float[means.length];
			for (int cell = 0; cell < means.length; cell++) {
				means[cell] = covered[cell] == 0 ? 0 : means[cell] / covered[cell];
				final double error = noise.ofMean(variances[cell], covered[cell] * 4 * Math.PI * BLURS[k] * BLURS[k]);
				shares[cell] = share(means[cell], error, LEAST[k]);
				wide[cell] = share(means[cell], error, WIDE);
			}
			final float[] around = grid.largestAround(shares, REACHES[k]);
			for (int cell = 0; cell < means.length; cell++) {
				// What a wide blur finds has borders that a narrower one sees best.
				around[cell] = Math.max(around[cell], changed[cell]);
				means[cell] *= around[cell];
			}
			if (LEAST[k] > 0) changed = grid.largestAround(wide, REACHES[k]);
			grid.addTo(slice, means, 1);
			grid.addTo(difference, means, -1);
		}
		matchPixels(slice, difference, variances, LEAST_OF_PIXELS);
	}

	/**
	 * Matches single pixels of a slice, in place, where the difference is beyond so many standard errors.
	 *
	 * @param least standard errors
	 */
	void matchPixels(final float[] slice, final float[] difference, final float[] variances, final double least) {
		final float[] smooth = noise.blurred(difference, grid);
		final float[] largest = new float[grid.count()];
		for (int i = 0; i < smooth.length; i++)
			largest[grid.cell(i)] = Math.max(largest[grid.cell(i)], Math.abs(smooth[i]));
		for (int cell = 0; cell < largest.length; cell++)
			largest[cell] = share(largest[cell], noise.ofBlurred(variances[cell]), least);
		final float[] shares = grid.largestAround(largest, REACH_OF_PIXELS), row = new float[grid.columns()];
		for (int y = 0; y < grid.height(); y++) {
			grid.row(shares, y, row);
			for (int x = 0; x < grid.width(); x++) {
				final int i = y * grid.width() + x;
				final float change = grid.at(row, x) * smooth[i];
				slice[i] += change;
				difference[i] -= change;
			}
		}
	}

	/** Returns 1 for what is surely change, 0 for what may be noise. */
	private static float share(final double mean, final double variance, final double errors) {
		if (errors == 0) return 1;
		return (float) Math.max(0, Math.min(1, STEEP * (mean * mean / (variance * errors * errors) - 1)));
	}
}
