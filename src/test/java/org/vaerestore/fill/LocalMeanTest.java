package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class LocalMeanTest {

	@Test
	void liesAmongTheVisibleValuesAndMovesAndScalesWithThem() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 30; trial++) {
			final int width = random.nextInt(2, 60), height = random.nextInt(2, 60);
			final float[] plane = new float[width * height], moved = new float[plane.length];
			final boolean[] hidden = new boolean[plane.length];
			float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
			for (int i = 0; i < plane.length; i++) {
				hidden[i] = random.nextInt(3) == 0 && i > 0;
				plane[i] = hidden[i] ? Float.NaN : (float) random.nextDouble(-3, 3);
				moved[i] = 4 * plane[i] + 50;
				if (hidden[i]) continue;
				low = Math.min(low, plane[i]);
				high = Math.max(high, plane[i]);
			}
			final float[] filled = plane.clone();
			LocalMean.fill(filled, hidden, width);
			LocalMean.fill(moved, hidden, width);
			for (int i = 0; i < plane.length; i++) {
				if (!hidden[i]) assertEquals(plane[i], filled[i]);
				assertTrue(filled[i] >= low - 1e-4 && filled[i] <= high + 1e-4, low + " to " + high + ": " + filled[i]);
				assertEquals(4 * filled[i] + 50, moved[i], 1e-3);
			}
		}
	}

	/** Left of the hole it is dark, right of it bright: each end of the hole is like what is next to it. */
	@Test
	void isLocal() {
		final int width = 128, height = 32;
		final float[] plane = new float[width * height];
		final boolean[] hidden = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++) {
			plane[i] = i % width < width / 2 ? 1 : 5;
			hidden[i] = i % width >= 30 && i % width < 98;
		}
		LocalMean.fill(plane, hidden, width);
		final int row = height / 2 * width;
		assertEquals(1, plane[row + 31], 0.1);
		assertEquals(3, plane[row + 64], 0.5);
		assertEquals(5, plane[row + 96], 0.1);
	}

	@Test
	void withoutAVisiblePixelItIsNothing() {
		final float[] plane = { Float.NaN, 4, Float.NaN, 7 };
		final boolean[] hidden = new boolean[4];
		Arrays.fill(hidden, true);
		LocalMean.fill(plane, hidden, 2);
		assertArrayEquals(new float[4], plane);
	}
}
