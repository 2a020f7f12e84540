package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpecklesTest {

	@Test
	void theyCoverMoreTheMoreThereAre() {
		final double few = covered(new Speckles(8, 0.1, 0.5, false, new LatticeRandom(1))), many = covered(new Speckles(8, 0.6,
			0.5, false, new LatticeRandom(1)));
		assertTrue(many > 3 * few, few + " and " + many);
		// The mean of squared radii, 0.4 to 1 times the largest one, is 0.52 of its square.
		assertEquals(0.1 * Math.PI * 0.25 * 0.52, few, 0.015);
	}

	@Test
	void noSpotIsCutOff() {
		final Texture spots = new Speckles(10, 1, 0.8, false, new LatticeRandom(2));
		for (int i = 0; i < 4000; i++) {
			final double x = 0.37 * i % 200, y = 1.93 * i % 200;
			assertTrue(Math.abs(spots.at(x + 0.01, y) - spots.at(x, y)) < 0.03, "a step at " + x + ", " + y);
		}
	}

	private static double covered(final Texture spots) {
		int covered = 0;
		for (int i = 0; i < 160_000; i++)
			if (spots.at(i % 400, i / 400) > -0.5) covered++;
		return covered / 160_000.0;
	}
}
