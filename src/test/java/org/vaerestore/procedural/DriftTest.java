package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class DriftTest {

	@Test
	void staysWithinTheMargin() {
		for (int seed = 0; seed < 500; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final double[] places = Places.draw(2 + seed % 6, random);
			final Drift drift = Drift.draw(places, random);
			final int margin = Drift.margin(places);
			for (int k = 0; k < places.length; k++)
				assertTrue(Math.abs(drift.x()[k]) < margin - 1 && Math.abs(drift.y()[k]) < margin - 1, "seed " + seed);
		}
	}

	@Test
	void placesAreNearestFirst() {
		for (int seed = 0; seed < 100; seed++) {
			final double[] places = Places.draw(7, new SplittableRandom(seed));
			assertEquals(0, places[0]);
			for (int k = 2; k < places.length; k++)
				assertTrue(Math.abs(places[k]) >= Math.abs(places[k - 1]), "seed " + seed);
		}
	}
}
