package org.vaerestore.fill;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.vaerestore.job.Progress;

import net.imglib2.parallel.Parallelization;

/**
 * Fills hidden pixels with what patches of the plane around them are like: small patches of a neighbourhood have a normal
 * distribution, which says what hidden pixels of a patch are, given its visible ones; patches overlap, and their
 * predictions are averaged. So it goes on with edges and textures, and knows how sharp and how noisy the plane is.
 * <p>
 * Piecewise linear estimators (Yu, Sapiro and Mallat, IEEE Trans. Image Process. 21, 2012) with one distribution for each
 * place. Runs on as many threads as {@link Parallelization} says.
 * </p>
 */
public final class LocalGaussianFill {

	/** Side of a patch and of a cell that has one distribution; patches of the cells around it count, too. */
	private static final int SIDE = 8, CELL = 16;
	private static final int SIZE = SIDE * SIDE;
	/** What is held for each column of a plane, besides the plane: moments of three rows of cells. */
	public static final long BYTES_PER_COLUMN = 3 * PatchGaussian.Moments.bytes(SIZE) / CELL;
	private static final int STRIDE = 2;
	/** Least share of a patch that must be visible for it to predict. */
	private static final double LEAST_VISIBLE = 0.25;
	private static final double LEAST_WEIGHT = 1e-3;
	private static final int ROUNDS = 2;

	private final float[] estimate;
	private final float[] trust;
	private final boolean[] hidden;
	private final int width;
	private final int height;

	private LocalGaussianFill(final float[] start, final boolean[] hidden, final int width) {
		estimate = start;
		trust = new float[start.length];
		this.hidden = hidden;
		this.width = width;
		height = start.length / width;
	}

	/**
	 * Improves a fill in place.
	 *
	 * @param start a plane whose hidden pixels have been filled, all finite, in any units; where no patch sees enough of what is
	 *          around it, it goes on evenly from what patches have improved nearer to the rim
	 * @param hidden true where a pixel is not known
	 * @param width of the plane in pixels
	 * @param progress of the fill
	 * @return for each pixel, the share of the variance around it that the visible pixels explain: 1 for visible ones, 0
	 *         where no patch sees enough
	 */
	public static float[] improve(final float[] start, final boolean[] hidden, final int width, final Progress progress) {
		final LocalGaussianFill fill = new LocalGaussianFill(start, hidden, width);
		for (int i = 0; i < hidden.length; i++)
			fill.trust[i] = hidden[i] ? 0 : 1;
		if (width < SIDE || fill.height < SIDE) return fill.trust;
		for (int round = 0; round < ROUNDS; round++)
			fill.round(progress.part((double) round / ROUNDS, (round + 1.0) / ROUNDS));
		final boolean[] left = new boolean[hidden.length];
		boolean any = false;
		for (int i = 0; i < left.length; i++) {
			left[i] = hidden[i] && fill.trust[i] == 0;
			any |= left[i];
		}
		if (any) ClassicalFill.harmonic(start, left, width, fill.height);
		return fill.trust;
	}

	private void round(final Progress progress) {
		final int columns = (width - SIDE) / CELL + 1, rows = (height - SIDE) / CELL + 1;
		final Sums sums = new Sums(estimate.length);
		final PatchGaussian.Moments[][] moments = new PatchGaussian.Moments[rows][];
		for (int row = 0; row < rows; row++) {
			progress.checkCancelled();
			progress.update((double) row / rows, "going on with what is around");
			final int top = row * CELL;
			final List<Integer> damaged = IntStream.range(0, columns).filter(column -> isDamaged(column * CELL, top)).boxed().toList();
			for (int beside = Math.max(0, row - 1); beside <= Math.min(rows - 1, row + 1); beside++) {
				if (moments[beside] == null) moments[beside] = new PatchGaussian.Moments[columns];
				sumUp(moments[beside], beside * CELL, damaged);
			}
			predict(moments, row, damaged, sums);
			if (row > 0) moments[row - 1] = null;
		}
		for (int i = 0; i < estimate.length; i++) {
			if (!hidden[i]) continue;
			if (sums.weights[i] == 0) continue;
			estimate[i] = (float) (sums.values[i] / sums.weights[i]);
			trust[i] = (float) Math.max(0, 1 - sums.left[i] / sums.weights[i]);
		}
	}

	private void predict(final PatchGaussian.Moments[][] moments, final int row, final List<Integer> columns, final Sums sums) {
		final Sums[] cells = new Sums[moments[row].length];
		// Side by side, but summed up in one order: the same bits, whatever the number of threads.
		Parallelization.getTaskExecutor().forEach(columns, column -> cells[column] = predict(column * CELL, row * CELL, around(moments,
			column, row)));
		for (final int column : columns)
			sums.add(cells[column]);
	}

	/** Returns whether patches that begin in a cell have a hidden pixel. */
	private boolean isDamaged(final int left, final int top) {
		final int right = end(left, width), bottom = end(top, height);
		for (int y = top; y < bottom + SIDE - 1; y++)
			for (int x = left; x < right + SIDE - 1; x++)
				if (hidden[y * width + x]) return true;
		return false;
	}

	/** Sums up the patches that begin in the cells of a row, where that isn't done: in some columns and beside these. */
	private void sumUp(final PatchGaussian.Moments[] cells, final int top, final List<Integer> columns) {
		final List<Integer> left = columns.stream().flatMap(column -> Stream.of(column - 1, column, column + 1)).filter(
			column -> column >= 0 && column < cells.length && cells[column] == null).distinct().toList();
		Parallelization.getTaskExecutor().forEach(left, column -> cells[column] = moments(column * CELL, top));
	}

	private PatchGaussian.Moments moments(final int left, final int top) {
		final int right = end(left, width), bottom = end(top, height);
		final PatchGaussian.Moments moments = new PatchGaussian.Moments(SIZE);
		final float[] patch = new float[SIZE];
		final int[] which = new int[SIZE];
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++) {
				final double visible = 1 - read(x, y, patch, which) / (double) SIZE;
				moments.add(patch, visible * visible * visible * visible + LEAST_WEIGHT);
			}
		return moments;
	}

	/** Returns the distribution of the patches that begin in a cell or one beside it. */
	private static PatchGaussian around(final PatchGaussian.Moments[][] cells, final int column, final int row) {
		final PatchGaussian.Moments all = new PatchGaussian.Moments(SIZE);
		for (int y = Math.max(0, row - 1); y <= Math.min(cells.length - 1, row + 1); y++)
			for (int x = Math.max(0, column - 1); x <= Math.min(cells[y].length - 1, column + 1); x++)
				all.add(cells[y][x]);
		return all.distribution();
	}

	/** Returns where the patches of a cell don't begin any more, in a plane of a size. */
	private static int end(final int start, final int size) {
		return Math.min(start + CELL, size - SIDE + 1);
	}

	/** Returns what the patches that begin in a cell predict. */
	private Sums predict(final int left, final int top, final PatchGaussian gaussian) {
		final int right = end(left, width), bottom = end(top, height);
		final Sums sums = new Sums(left, top, right - left + SIDE - 1, bottom - top + SIDE - 1);
		final float[] patch = new float[SIZE];
		final int[] which = new int[SIZE];
		final double[] values = new double[SIZE], variances = new double[SIZE];
		for (int y = top; y < bottom; y += STRIDE)
			for (int x = left; x < right; x += STRIDE) {
				final int count = read(x, y, patch, which);
				final double visible = 1 - count / (double) SIZE;
				if (count == 0 || visible < LEAST_VISIBLE) continue;
				gaussian.predict(patch, which, count, values, variances);
				for (int k = 0; k < count; k++)
					sums.add((y - top + which[k] / SIDE) * sums.width + x - left + which[k] % SIDE, values[k], variances[k],
						variances[k] / gaussian.variance());
			}
		return sums;
	}

	/** Copies a patch, and returns the number of its hidden pixels, whose indices it writes. */
	private int read(final int left, final int top, final float[] patch, final int[] which) {
		int count = 0;
		for (int i = 0; i < SIZE; i++) {
			final int from = (top + i / SIDE) * width + left + i % SIDE;
			patch[i] = estimate[from];
			if (hidden[from]) which[count++] = i;
		}
		return count;
	}

	/** Sums of predictions for a part of the plane, weighted by their precision. */
	private final class Sums {

		private final int x;
		private final int y;
		private final int width;
		private final double[] values;
		/** Shares of the variance that are left. */
		private final double[] left;
		private final double[] weights;

		Sums(final int size) {
			this(0, 0, LocalGaussianFill.this.width, size / LocalGaussianFill.this.width);
		}

		Sums(final int x, final int y, final int width, final int height) {
			this.x = x;
			this.y = y;
			this.width = width;
			values = new double[width * height];
			left = new double[values.length];
			weights = new double[values.length];
		}

		void add(final int i, final double value, final double pixelVariance, final double share) {
			final double weight = 1 / pixelVariance;
			values[i] += weight * value;
			left[i] += weight * share;
			weights[i] += weight;
		}

		void add(final Sums part) {
			for (int i = 0; i < part.values.length; i++) {
				if (part.weights[i] == 0) continue;
				final int to = (part.y + i / part.width) * width + part.x + i % part.width;
				values[to] += part.values[i];
				left[to] += part.left[i];
				weights[to] += part.weights[i];
			}
		}
	}
}
