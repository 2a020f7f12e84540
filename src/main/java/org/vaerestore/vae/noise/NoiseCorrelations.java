package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * How the noise of pixels goes together: its autocorrelation to two pixels along x, along y and along both diagonals, and
 * what all pixels of a row or of a column share besides.
 * <p>
 * Correlations are those of the noise without what rows and columns share.
 * </p>
 *
 * @param lags the correlations, from -1 to 1, in the order of {@link #DX} and {@link #DY}
 * @param rows standard deviation of what all pixels of a row share, in standard deviations of the rest; 0 or more
 * @param columns the same of columns
 */
public record NoiseCorrelations(float[] lags, float rows, float columns) {

	/** Distances of the correlations along x, in pixels; those to the other side are the same. */
	private static final int[] DX = { 1, 2, 0, 0, 1, 2, 1, 2 };
	/** The same along y, which goes down. */
	private static final int[] DY = { 0, 0, 1, 2, 1, 2, -1, -2 };

	/** How many correlations there are. */
	public static final int LAGS = DX.length;

	/** How many numbers {@link #writeTo} writes. */
	public static final int NUMBERS = LAGS + 2;

	/** Noise of which no pixel tells anything of another. */
	public static final NoiseCorrelations WHITE = new NoiseCorrelations(new float[LAGS], 0, 0);

	/**
	 * Checks the values.
	 *
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public NoiseCorrelations {
		if (lags.length != LAGS) throw new IllegalArgumentException(lags.length + " correlations, not " + LAGS);
		for (final float lag : lags)
			if (!(lag >= -1 && lag <= 1)) throw new IllegalArgumentException("a correlation is " + lag);
		if (!(rows >= 0 && columns >= 0 && rows < Float.POSITIVE_INFINITY && columns < Float.POSITIVE_INFINITY))
			throw new IllegalArgumentException("rows and columns share " + rows + " and " + columns);
		lags = lags.clone();
	}

	/**
	 * Returns the correlations that a lens of a Gaussian point spread function makes.
	 *
	 * @param ofNeighbours correlation of horizontal and of vertical neighbours, 0 to 1
	 */
	public static NoiseCorrelations ofLens(final double ofNeighbours) {
		final float[] lags = new float[LAGS];
		for (int lag = 0; lag < LAGS; lag++)
			lags[lag] = (float) Math.pow(ofNeighbours, DX[lag] * DX[lag] + DY[lag] * DY[lag]);
		return new NoiseCorrelations(lags, 0, 0);
	}

	/** Returns the distance of a correlation along x, 0 to 2. */
	public static int dx(final int lag) {
		return DX[lag];
	}

	/** Returns the distance of a correlation along y, -2 to 2. */
	public static int dy(final int lag) {
		return DY[lag];
	}

	@Override
	public float[] lags() {
		return lags.clone();
	}

	/** Returns the mean correlation of horizontal and of vertical neighbours. */
	public double ofNeighbours() {
		return 0.5 * (lags[0] + lags[2]);
	}

	/** Returns the mean correlation of pixels that are two columns and that are two rows apart. */
	public double ofSecondNeighbours() {
		return 0.5 * (lags[1] + lags[3]);
	}

	/** Returns the largest size of a correlation, rows and columns aside. */
	public double strongest() {
		double most = 0;
		for (final float lag : lags)
			most = Math.max(most, Math.abs(lag));
		return most;
	}

	/** Returns whether rows or columns share anything. */
	public boolean isShared() {
		return rows != 0 || columns != 0;
	}

	/** Returns these with other shares of rows and columns. */
	public NoiseCorrelations withShared(final float newRows, final float newColumns) {
		return new NoiseCorrelations(lags, newRows, newColumns);
	}

	/** Returns this noise mirrored at a vertical or at a horizontal line, which is the same. */
	public NoiseCorrelations mirrored() {
		return new NoiseCorrelations(new float[] { lags[0], lags[1], lags[2], lags[3], lags[6], lags[7], lags[4], lags[5] },
			rows, columns);
	}

	/** Returns this noise with x and y exchanged. */
	public NoiseCorrelations transposed() {
		return new NoiseCorrelations(new float[] { lags[2], lags[3], lags[0], lags[1], lags[4], lags[5], lags[6], lags[7] },
			columns, rows);
	}

	/** Writes the correlations, then what rows and what columns share. */
	public void writeTo(final float[] numbers, final int from) {
		System.arraycopy(lags, 0, numbers, from, LAGS);
		numbers[from + LAGS] = rows;
		numbers[from + LAGS + 1] = columns;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof NoiseCorrelations that && Arrays.equals(lags, that.lags) && rows == that.rows &&
			columns == that.columns;
	}

	@Override
	public int hashCode() {
		return 31 * (31 * Arrays.hashCode(lags) + Float.hashCode(rows)) + Float.hashCode(columns);
	}

	@Override
	public String toString() {
		return "correlations " + Arrays.toString(lags) + ", rows " + rows + ", columns " + columns;
	}
}
