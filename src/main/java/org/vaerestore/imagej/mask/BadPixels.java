package org.vaerestore.imagej.mask;

import java.util.Arrays;

import org.vaerestore.job.InputException;

/**
 * Finds hot and dead pixels of a detector: single ones, pairs and blocks of four that stand out from all their neighbours
 * more sharply than anything that came through a lens could.
 *
 * @param sensitivity how far a pixel must be from the median of its neighbours, in standard deviations of their noise
 */
public record BadPixels(double sensitivity) implements DamageFinder {

	/** Width and height of what is found, and the share of its height that it must have over its highest neighbour. */
	private static final double[][] SHAPES = { { 1, 1, 0.5 }, { 2, 1, 0.7 }, { 1, 2, 0.7 }, { 2, 2, 0.8 } };
	/** From the median absolute deviation to the standard deviation of a Gaussian. */
	private static final double GAUSSIAN = 1.4826;

	/** Checks the value. */
	public BadPixels {
		if (!(sensitivity > 0)) throw new InputException("The sensitivity is " + sensitivity + "; it must be above 0.");
	}

	@Override
	public String name() {
		return "hot or dead pixels";
	}

	@Override
	public boolean[] find(final float[] values, final int width, final int height) {
		final double noise = noise(values, width, height);
		final boolean[] found = new boolean[values.length];
		final float[] negative = new float[values.length];
		for (int pixel = 0; pixel < values.length; pixel++)
			negative[pixel] = -values[pixel];
		for (final double[] shape : SHAPES) {
			find(values, width, height, shape, noise, found);
			find(negative, width, height, shape, noise, found);
		}
		return found;
	}

	private void find(final float[] values, final int width, final int height, final double[] shape, final double noise,
		final boolean[] found)
	{
		final int w = (int) shape[0], h = (int) shape[1];
		final float[] ring = new float[2 * (w + h) + 4];
		for (int y = 0; y + h <= height; y++)
			for (int x = 0; x + w <= width; x++) {
				final float lowest = lowest(values, width, x, y, w, h);
				final int count = ring(values, width, height, x, y, w, h, ring);
				if (count < 3) continue;
				Arrays.sort(ring, 0, count);
				final float median = median(ring, count);
				if (!(lowest - median > sensitivity * noise) || lowest - ring[count - 1] < shape[2] * (lowest - median)) continue;
				for (int i = 0; i < count; i++)
					ring[i] = Math.abs(ring[i] - median);
				Arrays.sort(ring, 0, count);
				if (lowest - median > sensitivity * GAUSSIAN * median(ring, count)) for (int dy = 0; dy < h; dy++)
					Arrays.fill(found, (y + dy) * width + x, (y + dy) * width + x + w, true);
			}
	}

	private static float lowest(final float[] values, final int width, final int x, final int y, final int w,
		final int h)
	{
		float lowest = Float.POSITIVE_INFINITY;
		for (int dy = 0; dy < h; dy++)
			for (int dx = 0; dx < w; dx++)
				lowest = Math.min(lowest, values[(y + dy) * width + x + dx]);
		return lowest;
	}

	private static int ring(final float[] values, final int width, final int height, final int x, final int y, final int w,
		final int h, final float[] ring)
	{
		int count = 0;
		for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + h); v++)
			for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + w); u++) {
				final boolean inside = u >= x && u < x + w && v >= y && v < y + h;
				if (!inside && !Float.isNaN(values[v * width + u])) ring[count++] = values[v * width + u];
			}
		return count;
	}

	/** Returns the plane's typical noise: that of pixels against the median of their neighbours. */
	private static double noise(final float[] values, final int width, final int height) {
		final float[] ring = new float[8];
		final float[] residuals = new float[values.length];
		int residual = 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int count = ring(values, width, height, x, y, 1, 1, ring);
				if (count == 0 || Float.isNaN(values[y * width + x])) continue;
				Arrays.sort(ring, 0, count);
				residuals[residual++] = values[y * width + x] - median(ring, count);
			}
		return NoiseScale.of(residuals, residual);
	}

	private static float median(final float[] sorted, final int count) {
		return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
	}
}
