package org.vaerestore.cli;

import java.util.Arrays;

/** Which values to show as black and as white. */
final class DisplayRange {

	private static final double TAIL = 0.002;

	private DisplayRange() {}

	/** Returns the two values that all but a few of the darkest and the brightest finite pixels lie between. */
	static double[] of(final float[] plane) {
		final float[] sorted = new float[plane.length];
		int count = 0;
		for (final float value : plane)
			if (Float.isFinite(value)) sorted[count++] = value;
		if (count == 0) return new double[] { 0, 1 };
		Arrays.sort(sorted, 0, count);
		final int tail = (int) (TAIL * (count - 1));
		return new double[] { sorted[tail], sorted[count - 1 - tail] };
	}
}
