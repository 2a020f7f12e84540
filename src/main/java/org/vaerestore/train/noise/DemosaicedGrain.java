package org.vaerestore.train.noise;

import java.util.SplittableRandom;

/**
 * Noise of a colour camera that has one colour in each pixel, red and blue in a fourth of them each and green in half, the
 * others found between the nearest: of the grey picture, or of one colour.
 */
final class DemosaicedGrain implements Grain {

	/** What a red or a blue pixel gives to those around it, and what a green one does. */
	private static final float[] FOURTH = { 0.25f, 0.5f, 0.25f, 0.5f, 1, 0.5f, 0.25f, 0.5f, 0.25f };
	private static final float[] HALF = { 0, 0.25f, 0, 0.25f, 1, 0.25f, 0, 0.25f, 0 };
	/** Weights of red, green and blue: of luma, of the mean, and of single colours. */
	private static final double[][] PICTURES = { { 0.299, 0.587, 0.114 }, { 1.0 / 3, 1.0 / 3, 1.0 / 3 }, { 0, 1, 0 }, { 1, 0,
		0 } };
	/** By how much red and blue are amplified at most to make grey grey. */
	private static final double MOST_GAIN = 2.2;

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final double[] picture = PICTURES[random.nextInt(PICTURES.length)];
		final Mosaic mosaic = new Mosaic(picture[0] * random.nextDouble(1, MOST_GAIN), picture[1], picture[2] * random
			.nextDouble(1, MOST_GAIN));
		final float[][] patches = new float[count][];
		for (int i = 0; i < count; i++)
			patches[i] = mosaic.patch(side, random);
		return new Drawn(patches, Correlations.of(mosaic::covariance));
	}

	/** By how much the noise of red, green and blue pixels counts. */
	private record Mosaic(double red, double green, double blue) {

		float[] patch(final int side, final SplittableRandom random) {
			final int left = random.nextInt(2), top = random.nextInt(2), wide = side + 2;
			final float[] white = WhiteGrain.values(wide * wide, random), values = new float[side * side];
			final double scale = 1 / Math.sqrt(covariance(0, 0));
			for (int v = 0; v < wide; v++)
				for (int u = 0; u < wide; u++) {
					final boolean even = (u + left) % 2 == 0, upper = (v + top) % 2 == 0;
					final float[] share = even != upper ? HALF : FOURTH;
					final float value = (float) (scale * (even != upper ? green : even ? red : blue) * white[v * wide + u]);
					for (int y = Math.max(0, v - 2); y <= Math.min(side - 1, v); y++)
						for (int x = Math.max(0, u - 2); x <= Math.min(side - 1, u); x++)
							values[y * side + x] += share[(v - y) * 3 + u - x] * value;
				}
			return values;
		}

		/** Returns the covariance of pixels at a distance, on average over the four places in the mosaic. */
		double covariance(final int dx, final int dy) {
			return 0.25 * (red * red + blue * blue) * new Kernel(FOURTH, 1).covariance(dx, dy) + 0.5 * green * green * new Kernel(
				HALF, 1).covariance(dx, dy);
		}
	}
}
