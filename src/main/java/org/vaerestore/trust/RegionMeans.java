package org.vaerestore.trust;

import java.util.Arrays;

/**
 * Means over squares of pixels, before and after: what measurements of regions amount to.
 * <p>
 * An estimate follows the noise of its own pixel a little, which makes the pixels of input and result alike by more than the
 * signal that they share; of the means of larger squares little noise is left.
 * </p>
 */
final class RegionMeans {

	private static final int[] SIDES = { 16, 8, 4, 1 };
	/** With fewer squares of a size, smaller ones are taken. */
	private static final int FEWEST = 200;

	private final int side;
	private float[] input = new float[1024];
	private float[] result = new float[1024];
	private int count;

	/**
	 * Chooses squares as large as leaves enough of them.
	 *
	 * @param pixels how many pixels there are in all
	 */
	RegionMeans(final long pixels) {
		side = Arrays.stream(SIDES).filter(length -> pixels / length / length >= FEWEST).findFirst().orElse(1);
	}

	/** Returns the side of a square in pixels. */
	int side() {
		return side;
	}

	/** Takes a part of a plane; squares of which less than half is known don't count. */
	void add(final Look look) {
		for (int top = 0; top + side <= look.height(); top += side)
			for (int left = 0; left + side <= look.width(); left += side)
				addSquare(look, left, top);
	}

	private void addSquare(final Look look, final int left, final int top) {
		double inputs = 0, results = 0;
		int known = 0;
		for (int k = 0; k < side * side; k++) {
			final int i = (top + k / side) * look.width() + left + k % side;
			if (!look.known()[i] || !Float.isFinite(look.result()[i])) continue;
			inputs += look.input()[i];
			results += look.result()[i];
			known++;
		}
		if (2 * known < side * side || known == 0) return;
		if (count == input.length) {
			input = Arrays.copyOf(input, 2 * count);
			result = Arrays.copyOf(result, 2 * count);
		}
		input[count] = (float) (inputs / known);
		result[count++] = (float) (results / known);
	}

	/** Returns the means before. */
	float[] input() {
		return Arrays.copyOf(input, count);
	}

	/** Returns the means after, in the same order. */
	float[] result() {
		return Arrays.copyOf(result, count);
	}
}
