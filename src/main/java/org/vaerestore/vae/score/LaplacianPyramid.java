package org.vaerestore.vae.score;

import java.util.stream.IntStream;

/**
 * The octaves of a picture: what each blur by a binomial of five takes away, at half the resolution of the one before, and
 * what is left at the end (Burt and Adelson, IEEE Trans. Commun. 31, 1983; without the expansion, so that a band is the
 * picture less its blur). Pictures go on beyond their borders as in a mirror.
 *
 * @param height of the picture in pixels, a multiple of 2 to the power of the levels less one
 * @param width of the picture in pixels, likewise
 * @param levels at least 1
 */
record LaplacianPyramid(int height, int width, int levels) {

	private static final float[] KERNEL = { 1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f };
	private static final int REACH = 2;
	/** Least side of a level that is divided further. */
	private static final int SMALLEST = 8;

	/** Returns the pyramid of a picture with at most so many levels. */
	static LaplacianPyramid of(final int height, final int width, final int most) {
		int levels = 1;
		for (int side = Math.min(height, width); levels < most && side % 2 == 0 && side / 2 >= SMALLEST; side /= 2)
			levels++;
		return new LaplacianPyramid(height, width, levels);
	}

	int heightOf(final int level) {
		return height >> level;
	}

	int widthOf(final int level) {
		return width >> level;
	}

	/** Returns bands without anything in them, for what is to be added up. */
	float[][] zeros() {
		return IntStream.range(0, levels).mapToObj(level -> new float[heightOf(level) * widthOf(level)]).toArray(float[][]::new);
	}

	/** Returns the bands, finest first. */
	float[][] bands(final float[] picture) {
		final float[][] bands = new float[levels][];
		float[] x = picture;
		for (int level = 0; level < levels - 1; level++) {
			final int h = heightOf(level), w = widthOf(level);
			final float[] blurred = blur(x, h, w, false), band = new float[h * w], half = new float[h / 2 * (w / 2)];
			for (int i = 0; i < band.length; i++)
				band[i] = x[i] - blurred[i];
			for (int y = 0; y < h / 2; y++)
				for (int i = 0; i < w / 2; i++)
					half[y * (w / 2) + i] = blurred[2 * y * w + 2 * i];
			bands[level] = band;
			x = half;
		}
		bands[levels - 1] = x.clone();
		return bands;
	}

	/** Returns the gradient of a picture, given those of its bands: the transpose of {@link #bands}. */
	float[] transposed(final float[][] gradients) {
		float[] x = gradients[levels - 1].clone();
		for (int level = levels - 2; level >= 0; level--) {
			final int h = heightOf(level), w = widthOf(level);
			final float[] ofBlurred = new float[h * w];
			for (int i = 0; i < ofBlurred.length; i++)
				ofBlurred[i] = -gradients[level][i];
			for (int y = 0; y < h / 2; y++)
				for (int i = 0; i < w / 2; i++)
					ofBlurred[2 * y * w + 2 * i] += x[y * (w / 2) + i];
			final float[] blurred = blur(ofBlurred, h, w, true);
			for (int i = 0; i < blurred.length; i++)
				blurred[i] += gradients[level][i];
			x = blurred;
		}
		return x;
	}

	/** Blurs along rows and columns, or does the transpose of that. */
	private static float[] blur(final float[] values, final int h, final int w, final boolean transposed) {
		final float[] along = new float[values.length], result = new float[values.length];
		for (int y = 0; y < h; y++)
			line(values, along, y * w, 1, w, transposed);
		for (int x = 0; x < w; x++)
			line(along, result, x, w, h, transposed);
		return result;
	}

	private static void line(final float[] from, final float[] to, final int begin, final int step, final int length,
		final boolean transposed)
	{
		for (int i = 0; i < length; i++) {
			if (i >= REACH && i < length - REACH && !transposed) {
				final int k = begin + i * step;
				to[k] = KERNEL[0] * (from[k - 2 * step] + from[k + 2 * step]) + KERNEL[1] * (from[k - step] + from[k + step]) +
					KERNEL[2] * from[k];
				continue;
			}
			for (int k = -REACH; k <= REACH; k++) {
				final int other = begin + mirrored(i + k, length) * step, own = begin + i * step;
				if (transposed) to[other] += KERNEL[k + REACH] * from[own];
				else to[own] += KERNEL[k + REACH] * from[other];
			}
		}
	}

	private static int mirrored(final int i, final int length) {
		return i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
	}
}
