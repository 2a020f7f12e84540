package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PatchesTest {

	private final Texture noise = new Fractal(Axis.of(0.3), 20, 1, 2, 1, new PlaneNoise(5));

	@Test
	void aCutLeavesTwoLevels() {
		final Patches patches = new Patches(noise, 0, 20, false);
		int bright = 0, dark = 0;
		for (int i = 0; i < 40_000; i++) {
			final double value = patches.at(i % 200, i / 200);
			if (value > 0.9) bright++;
			if (value < -0.9) dark++;
		}
		assertTrue(bright + dark > 32_000, bright + " bright, " + dark + " dark");
		assertEquals(20_000, bright, 5_000);
	}

	@Test
	void ridgesAreBrightAtTheLevelAlone() {
		final Patches ridges = new Patches(noise, 0.2, 20, true);
		for (int i = 0; i < 1000; i++) {
			final double x = 1.9 * i % 83, y = 0.7 * i % 91;
			assertEquals(Math.abs(noise.at(x, y) - 0.2) < 0.05, ridges.at(x, y) > 0);
		}
	}
}
