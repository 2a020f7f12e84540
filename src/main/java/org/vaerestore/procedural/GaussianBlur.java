package org.vaerestore.procedural;

/** Gaussian blur of a plane, mirrored at its borders. */
public final class GaussianBlur {

	private GaussianBlur() {}

	/** Returns a blurred copy of a row-major plane; sigma in pixels. */
	public static float[] blur(final float[] plane, final int width, final int height, final double sigma) {
		final float[] kernel = kernel(sigma);
		return transposedBlur(transposedBlur(plane, width, height, kernel), height, width, kernel);
	}

	/** Blurs along x and swaps x and y, so that two passes do both directions with rows in memory order. */
	private static float[] transposedBlur(final float[] plane, final int width, final int height, final float[] kernel) {
		final int reach = kernel.length - 1;
		final float[] result = new float[plane.length], row = new float[width + 2 * reach];
		for (int y = 0; y < height; y++) {
			for (int i = 0; i < row.length; i++) row[i] = plane[y * width + mirror(i - reach, width)];
			for (int x = 0; x < width; x++) {
				float sum = kernel[0] * row[x + reach];
				for (int k = 1; k <= reach; k++) sum += kernel[k] * (row[x + reach - k] + row[x + reach + k]);
				result[x * height + y] = sum;
			}
		}
		return result;
	}

	private static float[] kernel(final double sigma) {
		final float[] kernel = new float[(int) Math.ceil(3 * sigma) + 1];
		double sum = 0;
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
			sum += i == 0 ? kernel[i] : 2 * kernel[i];
		}
		for (int i = 0; i < kernel.length; i++) kernel[i] /= (float) sum;
		return kernel;
	}

	private static int mirror(final int position, final int size) {
		final int period = 2 * size - 2, folded = Math.floorMod(position, period);
		return folded < size ? folded : period - folded;
	}
}
