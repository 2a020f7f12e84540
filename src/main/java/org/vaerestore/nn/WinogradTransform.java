package org.vaerestore.nn;

/**
 * The transformations of Winograd's F(4, 3) along one axis: 4 outputs of a kernel of 3 pixels from 6 inputs by 6
 * multiplications, at the points 0, 1, -1, 2, -2 and infinity.
 * <p>
 * Output = Aᵀ [ (G w) ⊙ (Bᵀ d) ]. Gradients go the same way back, by the transposed matrices.
 * </p>
 */
final class WinogradTransform {

	/** Multiplications along an axis, and pixels of the input that a tile sees. */
	static final int POINTS = 6;
	/** Pixels of the output in a tile, along an axis. */
	static final int TILE = 4;
	/** Pixels before a tile that it sees as well. */
	static final int HALO = 1;
	/** The point at which every pixel of a tile counts once: what is added there is added to all of them. */
	static final int ONE = 1;

	private static final int KERNEL = 3;

	private static final double[][] B = { { 4, 0, -5, 0, 1, 0 }, { 0, -4, -4, 1, 1, 0 }, { 0, 4, -4, -1, 1, 0 }, { 0, -2,
		-1, 2, 1, 0 }, { 0, 2, -1, -2, 1, 0 }, { 0, 4, 0, -5, 0, 1 } };
	private static final double[][] A = { { 1, 1, 1, 1, 1, 0 }, { 0, 1, -1, 2, -2, 0 }, { 0, 1, 1, 4, 4, 0 }, { 0, 1, -1,
		8, -8, 1 } };
	private static final double[][] G = { { 1 / 4.0, 0, 0 }, { -1 / 6.0, -1 / 6.0, -1 / 6.0 }, { -1 / 6.0, 1 / 6.0, -1 /
		6.0 }, { 1 / 24.0, 1 / 12.0, 1 / 6.0 }, { 1 / 24.0, -1 / 12.0, 1 / 6.0 }, { 0, 0, 1 } };

	/** Tiles beside each other that are transformed at a time: a product of twice the size takes little longer. */
	static final int PAIR = 2;

	/** Bᵀ of a pair of tiles, [tile, point; pixel seen], row by row; its upper left corner is that of a single tile. */
	static final float[] INPUT = rows(pair(B));
	/** B of a pair, [pixel seen; tile, point]. */
	static final float[] INPUT_BACK = rows(transposed(pair(B)));
	/** Aᵀ of a pair, [pixel; tile, point]. */
	static final float[] OUTPUT = rows(transposed(pair(transposed(A))));
	/** A of a pair, [tile, point; pixel]. */
	static final float[] OUTPUT_BACK = rows(pair(transposed(A)));
	/** G for both axes, [point along y, point along x; y, x]. */
	static final float[] WEIGHT = rows(both());
	/** Its transpose. */
	static final float[] WEIGHT_BACK = rows(transposed(both()));

	private WinogradTransform() {}

	private static double[][] both() {
		final double[][] both = new double[POINTS * POINTS][KERNEL * KERNEL];
		for (int i = 0; i < both.length; i++)
			for (int k = 0; k < both[i].length; k++)
				both[i][k] = G[i / POINTS][k / KERNEL] * G[i % POINTS][k % KERNEL];
		return both;
	}

	/** Returns what takes the pixels of a pair of tiles to the points of both. */
	private static double[][] pair(final double[][] single) {
		final double[][] pair = new double[PAIR * POINTS][TILE * (PAIR - 1) + single[0].length];
		for (int tile = 0; tile < PAIR; tile++)
			for (int point = 0; point < POINTS; point++)
				System.arraycopy(single[point], 0, pair[tile * POINTS + point], tile * TILE, single[point].length);
		return pair;
	}

	private static double[][] transposed(final double[][] matrix) {
		final double[][] transposed = new double[matrix[0].length][matrix.length];
		for (int i = 0; i < matrix.length; i++)
			for (int k = 0; k < matrix[i].length; k++)
				transposed[k][i] = matrix[i][k];
		return transposed;
	}

	private static float[] rows(final double[][] matrix) {
		final float[] values = new float[matrix.length * matrix[0].length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) matrix[i / matrix[0].length][i % matrix[0].length];
		return values;
	}
}
