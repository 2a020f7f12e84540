package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;

class MaskGrowthTest {

	@Test
	void growsAndShrinksByTheDistanceBetweenPixels() {
		final Random random = new Random(4);
		for (int run = 0; run < 40; run++) {
			final int width = 1 + random.nextInt(30), height = 1 + random.nextInt(30);
			final boolean[] plane = new boolean[width * height];
			final int share = 1 + random.nextInt(30);
			for (int i = 0; i < plane.length; i++)
				plane[i] = random.nextInt(share) == 0;
			final double distance = random.nextInt(40) / 8.0;
			final Mask mask = Mask.ofPixels(new ImageAxes(width, height, 1, 1, 1, false), List.of(plane));
			final String what = "run " + run + ": " + width + " x " + height + " by " + distance;
			assertArrayEquals(near(plane, width, distance), MaskGrowth.grow(mask, distance).plane(0).toArray(), what);
			assertArrayEquals(inverse(near(inverse(plane), width, distance)), MaskGrowth.grow(mask, -distance).plane(0).toArray(), what);
		}
	}

	@Test
	void keepsNothingAndEverything() {
		final ImageAxes axes = new ImageAxes(5, 4, 1, 2, 1, false);
		final Mask nothing = Mask.ofPixels(axes, List.of(new boolean[20]));
		assertEquals(0, MaskGrowth.grow(nothing, 3).count());
		assertEquals(40, MaskGrowth.grow(Mask.ofPixels(axes, List.of(inverse(new boolean[20]))), -3).count(),
			"what lies outside the image is no reason to shrink");
	}

	private static boolean[] near(final boolean[] plane, final int width, final double distance) {
		final boolean[] near = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++)
			for (int j = 0; j < plane.length; j++)
				if (plane[j] && Math.hypot(i % width - j % width, i / width - j / width) <= distance + 1e-6) near[i] = true;
		return near;
	}

	private static boolean[] inverse(final boolean[] plane) {
		final boolean[] inverse = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++)
			inverse[i] = !plane[i];
		return inverse;
	}
}
