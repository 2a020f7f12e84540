package org.vaerestore.fill;

import java.util.List;
import java.util.stream.IntStream;

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

	/** Side of a patch and of a cell that has one distribution; patches from around the cell count, too. */
	private static final int SIDE = 8, CELL = 16, AROUND = 16;
	private static final int SIZE = SIDE * SIDE;
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
		final Sums[] cells = new Sums[columns];
		final List<Integer> indices = IntStream.range(0, columns).boxed().toList();
		for (int row = 0; row < rows; row++) {
			progress.checkCancelled();
			progress.update((double) row / rows, "going on with what is around");
			final int top = row * CELL;
			// Side by side, but summed up in one order: the same bits, whatever the number of threads.
			Parallelization.getTaskExecutor().forEach(indices, column -> cells[column] = predict(column * CELL, top));
			for (final Sums cell : cells)
				if (cell != null) sums.add(cell);
		}
		for (int i = 0; i < estimate.length; i++) {
			if (!hidden[i]) continue;
			if (sums.weights[i] == 0) continue;
			estimate[i] = (float) (sums.values[i] / sums.weights[i]);
			trust[i] = (float) Math.max(0, 1 - sums.left[i] / sums.weights[i]);
		}
	}

	/** Returns what the patches that begin in a cell predict; null if none has a hidden pixel. */
	private Sums predict(final int left, final int top) {
		final int right = Math.min(left + CELL, width - SIDE + 1), bottom = Math.min(top + CELL, height - SIDE + 1);
		boolean any = false;
		for (int y = top; y < bottom + SIDE - 1 && !any; y++)
			for (int x = left; x < right + SIDE - 1 && !any; x++)
				any = hidden[y * width + x];
		if (!any) return null;
		final PatchGaussian gaussian = gaussian(left, top, right, bottom);
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

	private PatchGaussian gaussian(final int left, final int top, final int right, final int bottom) {
		final PatchGaussian.Moments moments = new PatchGaussian.Moments(SIZE);
		final float[] patch = new float[SIZE];
		final int[] which = new int[SIZE];
		for (int y = Math.max(0, top - AROUND); y < Math.min(height - SIDE + 1, bottom + AROUND); y++)
			for (int x = Math.max(0, left - AROUND); x < Math.min(width - SIDE + 1, right + AROUND); x++) {
				final double visible = 1 - read(x, y, patch, which) / (double) SIZE;
				moments.add(patch, visible * visible * visible * visible + LEAST_WEIGHT);
			}
		return moments.distribution();
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
