package org.vaerestore.trust;

/**
 * Where residuals are not white: which share of their variance has a pattern, block by block.
 * <p>
 * In a block of n pixels of white noise the squared correlation of neighbours is 1/n on average; what is above that is
 * structure that was taken for noise, or noise of another kind than the model knows.
 * </p>
 *
 * @param blocks share of the variance that has a pattern, 0 to 1, row by row; NaN where too little is known
 * @param columns blocks in a row
 * @param side of a block in pixels
 */
public record StructureMap(float[] blocks, int columns, int side) {

	/** A share above this is a pattern that can be seen by eye. */
	public static final double CLEAR = 0.3;

	/** Distances at which white noise and noise that correlates between neighbours are looked at, from and to. */
	private static final int NEAR = 3, FAR = 5;
	private static final int LARGE = 32, SMALL = 16, SMALL_PLANE = 256;

	/**
	 * Makes the map of a plane.
	 *
	 * @param correlated whether the noise itself correlates between neighbours: those less than three pixels away don't count
	 *          then
	 */
	static StructureMap of(final Residual residual, final boolean correlated) {
		final int side = Math.min(residual.width(), residual.height()) < SMALL_PLANE ? SMALL : LARGE;
		final int columns = Math.max(1, residual.width() / side), rows = Math.max(1, residual.height() / side);
		final float[] blocks = new float[columns * rows];
		for (int block = 0; block < blocks.length; block++) {
			final int left = block % columns * side, top = block / columns * side;
			blocks[block] = share(residual, left, top, Math.min(side, residual.width() - left), Math.min(side, residual
				.height() - top), correlated);
		}
		return new StructureMap(blocks, columns, side);
	}

	/** Returns the share of blocks with a clear pattern, of those that are known. */
	public double clear() {
		int known = 0, clear = 0;
		for (final float block : blocks) {
			if (Float.isNaN(block)) continue;
			known++;
			if (block > CLEAR) clear++;
		}
		return known == 0 ? 0 : (double) clear / known;
	}

	/** Returns the block with the clearest pattern. */
	public int worst() {
		int worst = 0;
		for (int block = 0; block < blocks.length; block++)
			if (blocks[block] > blocks[worst] || Float.isNaN(blocks[worst])) worst = block;
		return worst;
	}

	private static float share(final Residual residual, final int left, final int top, final int width, final int height,
		final boolean correlated)
	{
		final double[] values = new double[width * height];
		double sum = 0;
		int count = 0;
		for (int i = 0; i < values.length; i++) {
			values[i] = residual.values()[(top + i / width) * residual.width() + left + i % width];
			if (Double.isNaN(values[i])) continue;
			sum += values[i];
			count++;
		}
		if (2 * count < values.length || count < SMALL * SMALL / 2) return Float.NaN;
		double variance = 0;
		for (int i = 0; i < values.length; i++) {
			values[i] -= sum / count;
			if (!Double.isNaN(values[i])) variance += values[i] * values[i] / count;
		}
		if (!(variance > 0)) return 0;
		double excess = 0;
		int lags = 0;
		final int reach = correlated ? FAR : NEAR;
		for (int y = 0; y <= reach; y++)
			for (int x = y == 0 ? 1 : -reach; x <= reach; x++) {
				if (correlated && Math.max(Math.abs(x), y) < NEAR) continue;
				double product = 0;
				int pairs = 0;
				for (int row = 0; row + y < height; row++)
					for (int column = Math.max(0, -x); column < Math.min(width, width - x); column++) {
						final double pair = values[row * width + column] * values[(row + y) * width + column + x];
						if (Double.isNaN(pair)) continue;
						product += pair;
						pairs++;
					}
				if (pairs == 0) continue;
				final double correlation = product / pairs / variance;
				excess += correlation * correlation - 1.0 / pairs;
				lags++;
			}
		// A wave that is a share f of the variance has the mean squared correlation f * f / 2.
		return lags == 0 ? Float.NaN : (float) Math.min(1, Math.sqrt(2 * Math.max(0, excess / lags)));
	}
}
