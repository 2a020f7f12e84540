package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class RegionTest {

	private static final int SIDE = 64;

	@Test
	void regionsAreSmallAndLargeAndSeldomEmpty() {
		int empty = 0, small = 0, large = 0;
		for (int seed = 0; seed < 120; seed++) {
			final float[] region = Region.draw(ProceduralPictures.scene(SIDE, seed % 7), SIDE, new SplittableRandom(seed));
			double covered = 0;
			for (final float value : region) {
				assertTrue(value >= 0 && value <= 1.00001, "seed " + seed + ": " + value);
				covered += value / region.length;
			}
			if (covered < 0.001) empty++;
			else if (covered < 0.08) small++;
			else if (covered > 0.3) large++;
		}
		assertTrue(empty < 25 && small > 15 && large > 10, empty + " empty, " + small + " small, " + large + " large");
	}
}
