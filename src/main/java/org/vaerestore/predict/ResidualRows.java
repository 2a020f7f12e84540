package org.vaerestore.predict;

/**
 * What an image has more than an estimate, on the average over regions of several sizes, row by row.
 * <p>
 * Residuals are summed in cells of 4 x 4 pixels and blurred by Gaussians, each twice as wide as the one before. What the
 * widest leaves is taken as it is; before, what a narrower one has besides, where it is many of its standard errors away from
 * 0.
 * </p>
 */
final class ResidualRows {

	private static final int SIDE = 4;
	/** Standard deviations of the blurs in cells. */
	private static final double[] BLURS = { 8, 4, 2, 1 };
	/** Standard errors from where on what is found is no noise. */
	private static final double[] LEAST = { 0, 3, 3, 3.5 };
	/** How far around that it is taken over, in cells. */
	private static final int[] REACHES = { 0, 8, 4, 2 };
	private static final int FARTHEST = 24;
	/** By so many rows, at most, what is ready is behind what was added. */
	static final int DELAY = SIDE * (2 * FARTHEST + 10);
	/** Variance of the difference of two Gaussian blurs, of which one is twice as wide, as a share of the narrower one's. */
	private static final double OF_DIFFERENCE = 0.45;

	private final int width;
	private final int height;
	private final int columns;
	private final int rows;
	private final double correlated;
	private final float[][] kernels = new float[BLURS.length][];
	/** Of each row of cells, blurred along the row: sums and counts, for each blur, and the noise. */
	private final float[][][] sums;
	private final float[][][] counts;
	private final float[][] deviations;
	/** Of each row of cells: what the blurs leave, and how much of it is taken. */
	private final float[][][] means;
	private final float[][][] shares;
	/** What narrower blurs have, the same blurred along the row by the widest, and all that is added. */
	private final float[][] details;
	private final float[][] widened;
	private final float[][] corrections;
	private float[] sum;
	private float[] count;
	private double[] variance;
	private int added;

	/**
	 * @param correlation of the noise between neighbours
	 */
	ResidualRows(final int width, final int height, final double correlation) {
		this.width = width;
		this.height = height;
		columns = (width + SIDE - 1) / SIDE;
		rows = (height + SIDE - 1) / SIDE;
		correlated = new DifferenceNoise(1, correlation).ofMean(1, 1);
		sums = new float[rows][][];
		counts = new float[rows][][];
		deviations = new float[rows][];
		means = new float[rows][][];
		shares = new float[rows][][];
		details = new float[rows][];
		widened = new float[rows][];
		corrections = new float[rows][];
		for (int k = 0; k < BLURS.length; k++)
			kernels[k] = kernel(BLURS[k]);
		begin();
	}

	/** Returns the floats that it takes for planes of a width. */
	static long floats(final int width) {
		return (width / SIDE + 1L) * (2L * ((2L * FARTHEST + 24) * (2L * BLURS.length + 2)) + 4L * (2 * FARTHEST + 2));
	}

	/** Adds a pixel of the row that is at its turn. */
	void add(final int x, final double residual, final double noise) {
		final int column = x / SIDE;
		sum[column] += (float) residual;
		variance[column] += noise;
		count[column]++;
	}

	/** Ends a row of pixels. */
	void endRow() {
		added++;
		if (added % SIDE != 0 && added != height) return;
		final int row = (added - 1) / SIDE;
		sums[row] = new float[BLURS.length][];
		counts[row] = new float[BLURS.length][];
		for (int k = 0; k < BLURS.length; k++) {
			sums[row][k] = blurred(sum, kernels[k]);
			counts[row][k] = blurred(count, kernels[k]);
		}
		// Variances of images in very small or large units are beyond what a float holds.
		deviations[row] = new float[columns];
		for (int column = 0; column < columns; column++)
			if (count[column] > 0) deviations[row][column] = (float) Math.sqrt(variance[column] / count[column]);
		begin();
	}

	/** Returns how many rows of pixels can be corrected. */
	int ready() {
		if (added == height) return height;
		return Math.max(0, added / SIDE - DELAY / SIDE) * SIDE;
	}

	/** Adds to a row of an estimate what is missing; rows come one after the other. */
	void correct(final int y, final float[] values, final int from) {
		final double down = Math.max(0, Math.min(rows - 1, (y + 0.5) / SIDE - 0.5));
		final int top = (int) down, bottom = Math.min(rows - 1, top + 1);
		final float[] above = correction(top), below = correction(bottom);
		final float share = (float) (down - top);
		for (int x = 0; x < width; x++) {
			final double across = Math.max(0, Math.min(columns - 1, (x + 0.5) / SIDE - 0.5));
			final int left = (int) across, right = Math.min(columns - 1, left + 1);
			final float part = (float) (across - left);
			values[from + x] += (1 - share) * ((1 - part) * above[left] + part * above[right]) + share * ((1 - part) * below[left] +
				part * below[right]);
		}
		forget(top);
	}

	private void begin() {
		sum = new float[columns];
		count = new float[columns];
		variance = new double[columns];
	}

	/** Forgets what this row and those below don't need. */
	private void forget(final int row) {
		// Details are found far ahead of the row; only at the lower border, mirrored, some rows behind it count again.
		final int past = row - 12;
		if (past >= 0) {
			sums[past] = counts[past] = shares[past] = null;
			deviations[past] = null;
		}
		if (row < FARTHEST + 2) return;
		means[row - FARTHEST - 2] = null;
		details[row - FARTHEST - 2] = widened[row - FARTHEST - 2] = corrections[row - FARTHEST - 2] = null;
	}

	private float[] correction(final int row) {
		if (corrections[row] != null) return corrections[row];
		final float[] mean = new float[columns];
		for (int step = 1 - kernels[0].length; step < kernels[0].length; step++) {
			final int other = mirror(row + step, rows);
			final float weight = kernels[0][Math.abs(step)];
			detail(other);
			for (int column = 0; column < columns; column++)
				mean[column] += weight * widened[other][column];
		}
		final float[] correction = means[row][0].clone();
		for (int column = 0; column < columns; column++)
			correction[column] += details[row][column] - mean[column];
		corrections[row] = correction;
		return correction;
	}

	/** Sums up what narrower blurs have, where that is no noise; there, nothing is left to the widest. */
	private void detail(final int row) {
		if (details[row] != null) return;
		look(row);
		final float[] detail = new float[columns];
		for (int k = 1; k < BLURS.length; k++) {
			final float[] most = new float[columns];
			for (int r = Math.max(0, row - REACHES[k]); r <= Math.min(rows - 1, row + REACHES[k]); r++) {
				look(r);
				for (int column = 0; column < columns; column++)
					most[column] = Math.max(most[column], shares[r][k][column]);
			}
			for (int column = 0; column < columns; column++) {
				float share = 0;
				for (int c = Math.max(0, column - REACHES[k]); c <= Math.min(columns - 1, column + REACHES[k]); c++)
					share = Math.max(share, most[c]);
				detail[column] += share * (means[row][k][column] - (k == 1 ? 0 : means[row][k - 1][column]));
			}
		}
		details[row] = detail;
		widened[row] = blurred(detail, kernels[0]);
	}

	/** Blurs across the rows, and compares what is found with the noise. */
	private void look(final int row) {
		if (means[row] != null) return;
		means[row] = new float[BLURS.length][];
		shares[row] = new float[BLURS.length][columns];
		for (int k = 0; k < BLURS.length; k++) {
			final float[] mean = new float[columns], covered = new float[columns];
			for (int step = 1 - kernels[k].length; step < kernels[k].length; step++) {
				final int other = mirror(row + step, rows);
				final float weight = kernels[k][Math.abs(step)];
				for (int column = 0; column < columns; column++) {
					mean[column] += weight * sums[other][k][column];
					covered[column] += weight * counts[other][k][column];
				}
			}
			for (int column = 0; column < columns; column++)
				if (covered[column] > 0) mean[column] /= covered[column];
			means[row][k] = mean;
			if (k > 0) compare(row, k, covered);
		}
	}

	private void compare(final int row, final int k, final float[] covered) {
		for (int column = 0; column < columns; column++) {
			final double found = means[row][k][column] - means[row][k - 1][column];
			final double deviation = deviations[row][column];
			final double error = deviation * deviation * correlated * OF_DIFFERENCE / (covered[column] * 4 * Math.PI * BLURS[k] *
				BLURS[k]);
			final double beyond = found * found / (error * LEAST[k] * LEAST[k]) - 1;
			shares[row][k][column] = (float) (beyond > 0 ? Math.min(1, beyond) : 0);
		}
	}

	private float[] blurred(final float[] values, final float[] kernel) {
		final float[] result = new float[columns];
		for (int column = 0; column < columns; column++) {
			float total = kernel[0] * values[column];
			for (int step = 1; step < kernel.length; step++)
				total += kernel[step] * (values[mirror(column - step, columns)] + values[mirror(column + step, columns)]);
			result[column] = total;
		}
		return result;
	}

	/** Mirrors between what is at a border and what would be beyond, so that sums stay the same. */
	static int mirror(final int place, final int size) {
		final int folded = Math.floorMod(place, 2 * size);
		return folded < size ? folded : 2 * size - 1 - folded;
	}

	private static float[] kernel(final double sigma) {
		final float[] kernel = new float[(int) Math.ceil(3 * sigma) + 1];
		double total = 0;
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
			total += i == 0 ? kernel[i] : 2 * kernel[i];
		}
		for (int i = 0; i < kernel.length; i++)
			kernel[i] /= (float) total;
		return kernel;
	}
}
