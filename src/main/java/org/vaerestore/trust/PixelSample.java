package org.vaerestore.trust;

import java.util.Arrays;

/**
 * Pixels before and after, drawn evenly from all that was looked at: enough for means and quantiles, and never more than
 * memory has room for.
 */
final class PixelSample {

	private static final int MOST = 400_000;

	private final float[] input;
	private final float[] result;
	private int count;

	PixelSample() {
		input = new float[MOST];
		result = new float[MOST];
	}

	/**
	 * Takes a share of the pixels of a part of a plane.
	 *
	 * @param parts how many such parts there are in all
	 */
	void add(final Look look, final int parts) {
		final int each = Math.max(1, MOST / parts), known = look.count();
		final double step = Math.max(1, (double) known / each);
		double next = 0;
		int index = 0;
		for (int i = 0; i < look.known().length && count < MOST; i++) {
			if (!look.known()[i] || !Float.isFinite(look.result()[i])) continue;
			if (index++ < next) continue;
			next += step;
			input[count] = look.input()[i];
			result[count++] = look.result()[i];
		}
	}

	/** Returns the number of pixels. */
	int count() {
		return count;
	}

	/** Returns the values before. */
	float[] input() {
		return Arrays.copyOf(input, count);
	}

	/** Returns the values after, in the same order. */
	float[] result() {
		return Arrays.copyOf(result, count);
	}
}
