package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class HoleMeansTest {

	/** Left of the middle it is dark, right of it bright: two holes, each as bright as what is around it. */
	@Test
	void eachHoleGetsTheMeanAroundIt() {
		final int width = 200, height = 60;
		final float[] plane = new float[width * height];
		final boolean[] hidden = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++) {
			final int x = i % width, y = i / width;
			plane[i] = x < width / 2 ? 1 : 5;
			hidden[i] = y > 20 && y < 40 && (x > 30 && x < 60 || x > 130 && x < 160);
			if (hidden[i]) plane[i] = Float.NaN;
		}
		HoleMeans.fill(plane, hidden, width, Hole.of(hidden, width));
		for (int i = 0; i < plane.length; i++)
			assertEquals(i % width < width / 2 ? 1 : 5, plane[i]);
	}

	@Test
	void movesAndScalesWithWhatIsVisible() {
		final SplittableRandom random = new SplittableRandom(1);
		final int width = 50, height = 40;
		final float[] plane = new float[width * height], moved = new float[plane.length];
		final boolean[] hidden = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++) {
			hidden[i] = i % width > 10 && i % width < 30 && i / width > 5 && i / width < 25;
			plane[i] = hidden[i] ? Float.NaN : (float) random.nextDouble(-3, 3);
			moved[i] = 4 * plane[i] + 50;
		}
		HoleMeans.fill(plane, hidden, width, Hole.of(hidden, width));
		HoleMeans.fill(moved, hidden, width, Hole.of(hidden, width));
		for (int i = 0; i < plane.length; i++)
			assertEquals(4 * plane[i] + 50, moved[i], 1e-3);
	}

	@Test
	void withoutAVisiblePixelItIsNothing() {
		final float[] plane = { Float.NaN, 4, Float.NaN, 7 };
		final boolean[] hidden = new boolean[4];
		Arrays.fill(hidden, true);
		HoleMeans.fill(plane, hidden, 2, Hole.of(hidden, 2));
		assertArrayEquals(new float[4], plane);
	}
}
