package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrossedTest {

	private static final int SIDE = 64;
	private final Texture upright = new Grating(Axis.of(0), 8, 0.3, 0, 0), level = new Grating(Axis.of(Math.PI / 2), 8, 0.8,
		0, 0);

	@Test
	void aProductHasTheSumAndTheDifferenceOfBothFrequencies() {
		final Periodogram spectrum = Periodogram.of(new Crossed(upright, level, true), SIDE);
		assertEquals(Math.sqrt(2) / 8, spectrum.frequency(spectrum.peak()), 0.01);
		assertTrue(spectrum.share(Math.sqrt(2) / 8 - 0.04, Math.sqrt(2) / 8 + 0.04) > 0.95);
	}

	@Test
	void theBrighterOneIsSeenOnTop() {
		final Texture both = new Crossed(upright, level, false);
		for (int x = 0; x < 20; x++)
			assertEquals(Math.max(upright.at(x, 3), level.at(x, 3)), both.at(x, 3));
	}
}
