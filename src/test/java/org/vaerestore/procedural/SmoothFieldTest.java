package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SmoothFieldTest {

	private static final int SIDE = 64;

	@Test
	void goesOnSmoothlyThroughDepth() {
		for (int seed = 0; seed < 20; seed++) {
			final SmoothField field = SmoothField.draw(12, 1 + seed % 3, new SplittableRandom(seed));
			final float[] here = field.plane(SIDE, 0);
			assertTrue(Likeness.of(here, field.plane(SIDE, 0.05)) > 0.9, "seed " + seed);
			assertTrue(Math.abs(Likeness.of(here, field.plane(SIDE, 20))) < 0.6, "seed " + seed);
			for (final float value : here)
				assertTrue(Math.abs(value) <= 1, "" + value);
		}
	}

	@Test
	void isSmoothFromPixelToPixelThoughItIsInterpolated() {
		for (int seed = 0; seed < 20; seed++) {
			final float[] plane = SmoothField.draw(60, 1, new SplittableRandom(seed)).plane(SIDE, 0);
			for (int i = 1; i < plane.length; i++)
				if (i % SIDE > 0) assertTrue(Math.abs(plane[i] - plane[i - 1]) < 0.1, "seed " + seed);
		}
	}

	@Test
	void comesAgain() {
		final SmoothField field = SmoothField.draw(9, 2, new SplittableRandom(1));
		assertArrayEquals(field.plane(SIDE, 3), field.plane(SIDE, 3));
	}
}
