package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class PebblesTest {

	private static final int SIDE = 200;

	@Test
	void aPebbleInEachCellHasALevelOfItsOwn() {
		final Texture pebbles = new Pebbles(Axis.of(0.3), 10, 1, 0.9, 0.001, 1, new LatticeRandom(1));
		final TreeSet<Double> levels = new TreeSet<>();
		for (int i = 0; i < SIDE * SIDE; i++)
			levels.add(Math.rint(1e9 * pebbles.at(i % SIDE, i / SIDE)));
		assertEquals(SIDE * SIDE / 100, levels.size(), 80);
	}

	@Test
	void seamsAreDark() {
		final Texture pebbles = new Pebbles(Axis.of(0.3), 10, 1, 0.9, 3, 0, new LatticeRandom(1));
		int dark = 0, bright = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double value = pebbles.at(i % SIDE, i / SIDE);
			if (value < 0) dark++;
			if (value > 0.9) bright++;
		}
		assertTrue(dark > 0.1 * SIDE * SIDE && dark < 0.4 * SIDE * SIDE, dark + " dark");
		assertTrue(bright > 0.15 * SIDE * SIDE, bright + " bright");
	}
}
