package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpotLatticeTest {

	private static final int SIDE = 64;

	@Test
	void sixNeighboursGiveAPeakAtTheDistanceOfRows() {
		final Periodogram spectrum = Periodogram.of(new SpotLattice(Axis.of(0.4), 6, true, 2, true), SIDE);
		assertEquals(1 / (6 * Math.sqrt(0.75)), spectrum.frequency(spectrum.peak()), 0.7 / SIDE);
	}

	@Test
	void fourNeighboursGiveAPeakAtTheSpacing() {
		final Periodogram spectrum = Periodogram.of(new SpotLattice(Axis.of(0.4), 6, false, 2, true), SIDE);
		assertEquals(1 / 6.0, spectrum.frequency(spectrum.peak()), 0.7 / SIDE);
	}

	@Test
	void sharpSpotsCoverTheirShareOfThePlane() {
		final Texture spots = new SpotLattice(Axis.of(0.2), 10, false, 3, false);
		double bright = 0;
		for (int i = 0; i < 10_000; i++)
			bright += (spots.at(i % 100, i / 100) + 1) / 2 / 10_000;
		assertEquals(Math.PI * 9 / 100, bright, 0.02);
		assertTrue(spots.at(0, 0) == 1 && spots.at(5 * Math.cos(0.2), 5 * Math.sin(0.2)) == -1);
	}
}
