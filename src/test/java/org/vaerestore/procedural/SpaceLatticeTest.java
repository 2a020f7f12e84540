package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SpaceLatticeTest {

	@Test
	void answersAreTheSameInAnyOrder() {
		final SplittableRandom random = new SplittableRandom(1);
		final SpaceLattice lattice = new SpaceLattice(5, 12, 0.8, 0.4, 1.5);
		for (int i = 0; i < 500; i++) {
			final double x = random.nextDouble(-50, 50), y = random.nextDouble(-50, 50), z = random.nextDouble(-50, 50);
			assertEquals(new SpaceLattice(5, 12, 0.8, 0.4, 1.5).at(x, y, z), lattice.at(x, y, z));
		}
	}

	@Test
	void aBorderLiesBetweenCells() {
		final SpaceLattice lattice = new SpaceLattice(7, 20, 0.7, 0, 1);
		SpaceLattice.Place before = lattice.at(0, 3, 5);
		int borders = 0;
		for (double x = 0.1; x < 400; x += 0.1) {
			final SpaceLattice.Place place = lattice.at(x, 3, 5);
			assertTrue(place.border() >= 0 && Math.abs(place.level()) <= 0.5);
			if (place.level() != before.level()) {
				assertTrue(place.border() < 0.2 && before.border() < 0.2, place + " after " + before);
				borders++;
			}
			before = place;
		}
		assertTrue(borders > 12 && borders < 60, borders + " borders");
	}
}
