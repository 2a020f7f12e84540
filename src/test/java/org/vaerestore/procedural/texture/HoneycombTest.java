package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HoneycombTest {

	private static final double SPACING = 12;
	private final Texture comb = new Honeycomb(Axis.of(0), SPACING, 2);

	@Test
	void isTheSameACellFurtherInAllThreeDirections() {
		for (int i = 0; i < 200; i++) {
			final double x = 1.37 * i % 31, y = 2.71 * i % 29, here = comb.at(x, y);
			assertEquals(here, comb.at(x + SPACING, y), 1e-9);
			assertEquals(here, comb.at(x + SPACING / 2, y + SPACING * Math.sqrt(0.75)), 1e-9);
			assertEquals(here, comb.at(x - SPACING / 2, y + SPACING * Math.sqrt(0.75)), 1e-9);
		}
	}

	@Test
	void wallsRunRoundDarkCells() {
		assertEquals(-1, comb.at(0, 0));
		assertEquals(1, comb.at(SPACING / 2, 0), 1e-9);
		double walls = 0;
		for (int i = 0; i < 10_000; i++)
			walls += (comb.at(i % 100, i / 100) + 1) / 2 / 10_000;
		// What is left of a cell is smaller by the wall in each direction.
		assertEquals(1 - Math.pow(1 - 2 / SPACING, 2), walls, 0.02);
	}
}
