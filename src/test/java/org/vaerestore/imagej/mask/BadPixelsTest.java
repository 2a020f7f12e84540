package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;

class BadPixelsTest {

	private static final BadPixels FINDER = new BadPixels(8);

	@Test
	void findsExactlyTheHotAndDeadPixelsPairsAndBlocks() {
		for (int seed = 0; seed < 10; seed++) {
			final DrawnPlane plane = new DrawnPlane(90, 70, 100, 3, seed);
			final boolean[] bad = new boolean[plane.values.length];
			set(plane, bad, 10, 10, 1, 1, 300);
			set(plane, bad, 40, 20, 1, 1, 0);
			set(plane, bad, 60, 50, 2, 1, 280);
			set(plane, bad, 20, 50, 1, 2, 10);
			set(plane, bad, 75, 30, 2, 2, 350);
			set(plane, bad, 0, 0, 1, 1, 300);
			set(plane, bad, 89, 69, 1, 1, 0);
			assertArrayEquals(bad, FINDER.find(plane.values, 90, 70), "seed " + seed);
		}
	}

	@Test
	void leavesWhatCameThroughALens() {
		final Random random = new Random(1);
		for (int seed = 0; seed < 10; seed++) {
			final DrawnPlane plane = new DrawnPlane(90, 70, 100, 3, seed);
			plane.spot(20 + random.nextDouble(), 30 + random.nextDouble(), 1.2, 500);
			plane.spot(60 + random.nextDouble(), 40 + random.nextDouble(), 1.2, -80);
			assertEquals(0, DrawnPlane.count(FINDER.find(plane.values, 90, 70)), "seed " + seed);
		}
	}

	@Test
	void takesPhotonsOnAnEmptyBackgroundForNoise() {
		final Random random = new Random(5);
		final DrawnPlane plane = new DrawnPlane(90, 70, 0, 0, 1);
		for (int i = 0; i < plane.values.length; i++)
			if (random.nextInt(12) == 0) plane.values[i] = 1 + random.nextInt(2);
		plane.values[35 * 90 + 45] = 60;
		final boolean[] found = FINDER.find(plane.values, 90, 70);
		assertTrue(found[35 * 90 + 45]);
		assertEquals(1, DrawnPlane.count(found));
	}

	@Test
	void countsNaNAsNoDamage() {
		final DrawnPlane plane = new DrawnPlane(40, 40, 100, 3, 2);
		plane.values[20 * 40 + 20] = Float.NaN;
		plane.values[21 * 40 + 21] = 300;
		final boolean[] found = FINDER.find(plane.values, 40, 40);
		assertFalse(found[20 * 40 + 20]);
		assertTrue(found[21 * 40 + 21]);
		assertEquals(1, DrawnPlane.count(found));
	}

	@Test
	void refusesASensitivityOfNothing() {
		assertTrue(assertThrows(InputException.class, () -> new BadPixels(0)).getMessage().contains("0.0"));
		assertThrows(InputException.class, () -> new BadPixels(Double.NaN));
	}

	private static void set(final DrawnPlane plane, final boolean[] bad, final int x, final int y, final int w,
		final int h, final float value)
	{
		for (int v = y; v < y + h; v++)
			for (int u = x; u < x + w; u++) {
				plane.values[v * plane.width + u] = value;
				bad[v * plane.width + u] = true;
			}
	}
}
