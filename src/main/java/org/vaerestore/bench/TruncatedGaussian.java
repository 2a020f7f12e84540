package org.vaerestore.bench;

/**
 * A Gaussian blur that ends at four standard deviations, of planes that go on beyond their borders as in a mirror: the one that
 * bands and tails are defined by, so that figures can be compared with other programs'.
 */
final class TruncatedGaussian {

	private static final double END = 4;

	private TruncatedGaussian() {}

	/** Returns the blurred plane. */
	static float[] blur(final float[] plane, final int width, final double deviation) {
		final int reach = (int) (END * deviation + 0.5), height = plane.length / width;
		final double[] kernel = new double[reach + 1];
		double sum = 0;
		for (int k = -reach; k <= reach; k++)
			sum += kernel[Math.abs(k)] = Math.exp(-k * k / (2 * deviation * deviation));
		for (int k = 0; k <= reach; k++)
			kernel[k] /= sum;
		final float[] along = new float[plane.length], blurred = new float[plane.length];
		for (int y = 0; y < height; y++)
			line(plane, along, y * width, 1, width, kernel);
		for (int x = 0; x < width; x++)
			line(along, blurred, x, width, height, kernel);
		return blurred;
	}

	private static void line(final float[] from, final float[] to, final int begin, final int step, final int length,
		final double[] kernel)
	{
		for (int i = 0; i < length; i++) {
			double sum = 0;
			for (int k = 1 - kernel.length; k < kernel.length; k++)
				sum += kernel[Math.abs(k)] * from[begin + mirrored(i + k, length) * step];
			to[begin + i * step] = (float) sum;
		}
	}

	/** The pixel at the border comes twice. */
	private static int mirrored(final int i, final int length) {
		final int period = Math.floorMod(i, 2 * length);
		return period < length ? period : 2 * length - 1 - period;
	}
}
