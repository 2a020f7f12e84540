package org.vaerestore.train.noise;

/** What a JPEG keeps of a picture: the cosine transform of each block, rounded to steps that grow with the frequency. */
final class JpegBlocks {

	/** Side of a block in pixels. */
	static final int SIDE = 8;

	/** Steps of quality 50, row by row (ITU-T T.81, table K.1). */
	private static final int[] STEPS = { 16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40,
		57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64,
		78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99 };
	private static final int MIDDLE = 128;

	/** Waves by frequency, each of norm 1. */
	private static final double[][] WAVES = waves();

	private final double[] steps = new double[STEPS.length];

	/**
	 * Creates blocks.
	 *
	 * @param quality as programs count it, from 50 to 100
	 */
	JpegBlocks(final double quality) {
		for (int i = 0; i < steps.length; i++)
			steps[i] = Math.max(1, Math.rint(STEPS[i] * (2 - quality / 50)));
	}

	/**
	 * Returns a square patch as it is read from the file.
	 *
	 * @param contrast grey values that 1 is; 0 is in the middle
	 * @param left pixels of the first block that lie left of the patch
	 * @param top pixels of the first block that lie above it
	 */
	float[] stored(final float[] patch, final int side, final double contrast, final int left, final int top) {
		final float[] stored = new float[patch.length];
		final double[] block = new double[SIDE * SIDE];
		for (int y0 = -top; y0 < side; y0 += SIDE)
			for (int x0 = -left; x0 < side; x0 += SIDE) {
				for (int i = 0; i < block.length; i++)
					block[i] = grey(contrast * patch[mirrored(y0 + i / SIDE, side) * side + mirrored(x0 + i % SIDE, side)]);
				final double[] kept = transformed(transformed(block, false), false);
				for (int i = 0; i < kept.length; i++)
					kept[i] = steps[i] * Math.rint(kept[i] / steps[i]);
				final double[] read = transformed(transformed(kept, true), true);
				for (int y = Math.max(0, y0); y < Math.min(side, y0 + SIDE); y++)
					for (int x = Math.max(0, x0); x < Math.min(side, x0 + SIDE); x++)
						stored[y * side + x] = (float) (grey(read[(y - y0) * SIDE + x - x0]) / contrast);
			}
		return stored;
	}

	/** Returns the nearest of 256 grey values, around the middle one. */
	private static double grey(final double value) {
		return Math.max(-MIDDLE, Math.min(MIDDLE - 1, Math.rint(value)));
	}

	/** Transforms along one axis, there or back, and exchanges the axes. */
	private static double[] transformed(final double[] block, final boolean back) {
		final double[] transformed = new double[block.length];
		for (int y = 0; y < SIDE; y++)
			for (int f = 0; f < SIDE; f++) {
				double sum = 0;
				for (int x = 0; x < SIDE; x++)
					sum += block[y * SIDE + x] * (back ? WAVES[x][f] : WAVES[f][x]);
				transformed[f * SIDE + y] = sum;
			}
		return transformed;
	}

	private static int mirrored(final int position, final int side) {
		return position < 0 ? -1 - position : position < side ? position : 2 * side - 1 - position;
	}

	private static double[][] waves() {
		final double[][] waves = new double[SIDE][SIDE];
		for (int f = 0; f < SIDE; f++)
			for (int x = 0; x < SIDE; x++)
				waves[f][x] = (f == 0 ? Math.sqrt(0.5) : 1) / 2 * Math.cos((2 * x + 1) * f * Math.PI / (2 * SIDE));
		return waves;
	}
}
