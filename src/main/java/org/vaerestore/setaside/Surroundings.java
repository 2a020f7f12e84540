package org.vaerestore.setaside;

import java.util.Arrays;

/** The numbers around a pixel; one for each thread. */
final class Surroundings {

	private final float[] ring;
	private final float[] absolute;
	private int count;
	private boolean flat;

	/** @param reach pixels in each direction */
	Surroundings(final int reach) {
		ring = new float[(2 * reach + 1) * (2 * reach + 1)];
		absolute = new float[ring.length];
	}

	/** Begins anew. */
	void clear() {
		count = 0;
		flat = true;
	}

	void add(final float value) {
		if (!Float.isFinite(value)) return;
		flat &= count == 0 || value == ring[0];
		ring[count++] = value;
	}

	/** Takes the eight numbers around a pixel. */
	void around(final float[] values, final int width, final int i) {
		clear();
		for (int row = i - width; row <= i + width; row += width)
			for (int k = row - 1; k <= row + 1; k++)
				if (k != i) add(values[k]);
	}

	/** Returns how many numbers there are. */
	int count() {
		return count;
	}

	/** Returns whether all of them are the same. */
	boolean isFlat() {
		return flat;
	}

	/** Returns the median; sorts. */
	double median() {
		Arrays.sort(ring, 0, count);
		return count % 2 == 1 ? ring[count / 2] : ((double) ring[count / 2 - 1] + ring[count / 2]) / 2;
	}

	/** Returns a robust standard deviation about the median. */
	double deviation(final double median) {
		for (int k = 0; k < count; k++)
			absolute[k] = (float) Math.abs(ring[k] - median);
		return FirstNoise.deviation(Arrays.copyOf(absolute, count));
	}
}
