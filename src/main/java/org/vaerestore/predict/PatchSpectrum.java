package org.vaerestore.predict;

/**
 * A stack of square patches and its spectrum: the cosine transform of each patch (DCT-II), and the Walsh-Hadamard
 * transform across the stack, both orthonormal, so that white noise is white in it.
 */
final class PatchSpectrum {

	/** Side of a patch in pixels. */
	static final int SIDE = 8;
	/** Patches of a stack, a power of two. */
	static final int PATCHES = 32;

	private static final int AREA = SIDE * SIDE;
	/** Bounds the weight of stacks without a signal. */
	private static final double LEAST = 1e-3;
	/** Row k has the cosine of frequency k. */
	private static final float[] COSINES = cosines();

	/** By patch, then by vertical, then by horizontal frequency. */
	private final float[] values = new float[PATCHES * AREA];
	private final float[] between = new float[AREA];
	private float weight;
	private float kept;
	private float through;

	/** Reads patches that begin at given places, and transforms them. */
	void read(final float[] image, final int width, final int[] places) {
		for (int patch = 0; patch < PATCHES; patch++) {
			for (int y = 0; y < SIDE; y++)
				System.arraycopy(image, places[patch] + y * width, values, patch * AREA + y * SIDE, SIDE);
			transform(patch * AREA, true);
		}
		across();
	}

	/**
	 * Keeps of each frequency the share that is signal, if another spectrum is the signal's (Wiener's filter), and transforms
	 * back.
	 * <p>
	 * A share w = s² / (s² + v) grows with the signal s by 2 w (1 - w) / s; if that has kept noise as Wiener's filter does, by
	 * shares of w, so much of it comes in besides.
	 * </p>
	 *
	 * @param variance of the noise
	 */
	void filter(final PatchSpectrum signal, final float variance) {
		double squares = 0, shares = 0, changing = 0;
		for (int i = 0; i < values.length; i++) {
			final float power = signal.values[i] * signal.values[i], share = power / (power + variance);
			values[i] *= share;
			squares += share * share;
			shares += share;
			changing += 2 * share * share * (1 - share);
		}
		across();
		for (int patch = 0; patch < PATCHES; patch++)
			transform(patch * AREA, false);
		weight = (float) (1 / Math.max(LEAST, squares));
		kept = (float) (shares / values.length);
		through = shares > 0 ? (float) (changing / shares) : 0;
	}

	/**
	 * Adds the filtered patches, each at its place, to sums.
	 *
	 * @param sum takes them times their weight
	 * @param weights takes what they count for: the less, the more noise is left in them
	 * @param shares takes the share of a pixel's own noise that is left in it, times that weight
	 * @param ways takes how much of the noise in the signal comes in on the way over the shares, which change with it, times
	 *          that weight
	 */
	void add(final float[] sum, final float[] weights, final float[] shares, final float[] ways, final int width,
		final int[] places)
	{
		for (int patch = 0; patch < PATCHES; patch++)
			for (int i = 0; i < AREA; i++) {
				final int to = places[patch] + i / SIDE * width + i % SIDE;
				sum[to] += weight * values[patch * AREA + i];
				weights[to] += weight;
				shares[to] += weight * kept;
				ways[to] += weight * through;
			}
	}

	/** Transforms rows, then columns, of a patch; both ways are products with the cosines or their transpose. */
	private void transform(final int patch, final boolean forward) {
		for (int y = 0; y < SIDE; y++)
			for (int k = 0; k < SIDE; k++) {
				float product = 0;
				for (int x = 0; x < SIDE; x++)
					product += values[patch + y * SIDE + x] * COSINES[forward ? k * SIDE + x : x * SIDE + k];
				between[y * SIDE + k] = product;
			}
		for (int k = 0; k < SIDE; k++)
			for (int x = 0; x < SIDE; x++) {
				float product = 0;
				for (int y = 0; y < SIDE; y++)
					product += between[y * SIDE + x] * COSINES[forward ? k * SIDE + y : y * SIDE + k];
				values[patch + k * SIDE + x] = product;
			}
	}

	/** Its own inverse. */
	private void across() {
		for (int half = 1; half < PATCHES; half *= 2)
			for (int patch = 0; patch < PATCHES; patch++) {
				if ((patch & half) != 0) continue;
				final int a = patch * AREA, b = (patch + half) * AREA;
				for (int i = 0; i < AREA; i++) {
					final float one = values[a + i], other = values[b + i];
					values[a + i] = one + other;
					values[b + i] = one - other;
				}
			}
		final float scale = (float) (1 / Math.sqrt(PATCHES));
		for (int i = 0; i < values.length; i++)
			values[i] *= scale;
	}

	private static float[] cosines() {
		final float[] cosines = new float[AREA];
		for (int k = 0; k < SIDE; k++)
			for (int x = 0; x < SIDE; x++)
				cosines[k * SIDE + x] = (float) (Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE) * Math.cos(Math.PI * k * (2 * x + 1) / (2 *
					SIDE)));
		return cosines;
	}
}
