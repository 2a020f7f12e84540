package org.vaerestore.predict;

import java.util.Arrays;
import java.util.List;

/**
 * How noisy slices are, relative to each other, and which of them are copies.
 * <p>
 * Second differences along both axes leave of a slice its noise and its finest structure; what two slices have of these in
 * common is structure, or the noise of a copy. So the variance of a slice's noise is what its own second differences have
 * in common with their difference from another slice's. It is measured where slices differ least.
 * </p>
 *
 * @param variances of the noise of each slice, relative to that of most of them
 * @param copies whether a slice has the noise of one before it
 */
record SliceNoise(double[] variances, boolean[] copies) {

	private static final int TILE = 16, STRIDE = 2;
	/** A difference with less than this share of the noise is one between copies. */
	private static final double COPY = 0.2;
	/** Ratios of variances nearer to 1 than this are not told from 1. */
	private static final double LIKE = 1.3;
	private static final double MOST = 16;
	/** Sum of the squares of the weights of a second difference along both axes. */
	static final double SQUARES = 36;

	/**
	 * Looks at slices of one place.
	 *
	 * @param slices row by row, two or more; NaN where nothing is known
	 * @param noise variance of the noise that they should have
	 * @param correlation of the noise between neighbours
	 */
	static SliceNoise of(final List<float[]> slices, final int width, final double noise, final double correlation) {
		final int count = slices.size();
		final double[][] products = products(slices, width);
		final double expected = noise * share(correlation);
		final boolean[] copies = new boolean[count];
		for (int j = 1; j < count; j++)
			for (int i = 0; i < j; i++) {
				final double[] pair = pair(products, count, i, j);
				final double difference = pair[0] + pair[2] - 2 * pair[1];
				if (!copies[i] && pair[3] > 0 && difference < COPY * Math.min(2 * expected, pair[0] + pair[2])) copies[j] = true;
			}
		return new SliceNoise(variances(products, copies), copies);
	}

	/** Returns the variances, relative to the one in the middle, the first slice's against all others. */
	private static double[] variances(final double[][] products, final boolean[] copies) {
		final int count = copies.length;
		final double[] variances = new double[count], first = new double[count];
		int others = 0;
		for (int j = 1; j < count; j++) {
			if (copies[j]) continue;
			final double[] pair = pair(products, count, 0, j);
			first[others++] = pair[0] - pair[1];
			variances[j] = pair[2] - pair[1];
		}
		if (others > 0) variances[0] = middle(first, others);
		final double[] found = new double[count];
		int length = 0;
		for (int i = 0; i < count; i++)
			if (!copies[i] && variances[i] > 0) found[length++] = variances[i];
		final double typical = length == 0 ? 1 : middle(found, length);
		for (int i = 0; i < count; i++) {
			final double ratio = Math.max(1 / MOST, Math.min(MOST, variances[i] / typical));
			variances[i] = ratio < LIKE && ratio > 1 / LIKE || copies[i] || length < 2 ? 1 : ratio;
		}
		return variances;
	}

	/** Returns the one in the middle of some values, the lower one of two. */
	private static double middle(final double[] values, final int count) {
		final double[] sorted = Arrays.copyOf(values, count);
		Arrays.sort(sorted);
		return sorted[(count - 1) / 2];
	}

	/** Returns mean square of the first, mean product, mean square of the second slice, and count, where they differ least. */
	private static double[] pair(final double[][] products, final int count, final int i, final int j) {
		final int square = i * count + i, product = i * count + j, other = j * count + j, counts = count * count;
		final double[][] tiles = Arrays.stream(products).filter(tile -> tile[counts] > 0).toArray(double[][]::new);
		Arrays.sort(tiles, (a, b) -> Double.compare((a[square] + a[other] - 2 * a[product]) / a[counts], (b[square] + b[other] - 2 *
			b[product]) / b[counts]));
		final double[] sums = new double[4];
		for (final double[] tile : Arrays.copyOf(tiles, (tiles.length + 1) / 2)) {
			sums[0] += tile[square];
			sums[1] += tile[product];
			sums[2] += tile[other];
			sums[3] += tile[counts];
		}
		for (int k = 0; k < 3; k++)
			sums[k] /= Math.max(1, sums[3]);
		return sums;
	}

	/** Returns, for each tile, the products of all slices' second differences, and their number. */
	private static double[][] products(final List<float[]> slices, final int width) {
		final int height = slices.get(0).length / width, count = slices.size();
		final int columns = (width + TILE - 1) / TILE, rows = (height + TILE - 1) / TILE;
		final double[][] products = new double[columns * rows][count * count + 1];
		final double[] second = new double[count];
		for (int y = 1; y + 1 < height; y += STRIDE)
			for (int x = 1; x + 1 < width; x += STRIDE) {
				double sum = 0;
				for (int k = 0; k < count; k++)
					sum += second[k] = second(slices.get(k), y * width + x, width);
				if (Double.isNaN(sum)) continue;
				final double[] tile = products[y / TILE * columns + x / TILE];
				for (int i = 0; i < count; i++)
					for (int j = i; j < count; j++)
						tile[i * count + j] += second[i] * second[j] / SQUARES;
				tile[count * count]++;
			}
		return products;
	}

	/** Returns the second difference along both axes. */
	static double second(final float[] values, final int i, final int width) {
		return across(values, i - width) - 2 * across(values, i) + across(values, i + width);
	}

	private static double across(final float[] values, final int i) {
		return values[i - 1] - 2.0 * values[i] + values[i + 1];
	}

	/** Returns the share of the noise's variance that second differences have, if it is white noise that was blurred. */
	private static double share(final double correlation) {
		final double along = (6 - 8 * correlation + 2 * Math.pow(correlation, 4)) / 6;
		return along * along;
	}
}
