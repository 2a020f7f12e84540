package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class FractalTest {

	private static final int SIDE = 96;

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 1, 1.5, 2 })
	void itsAmplitudeFallsByItsSlope(final double slope) {
		double low = 0, high = 0;
		for (int seed = 0; seed < 6; seed++) {
			final Periodogram spectrum = Periodogram.of(new Fractal(Axis.of(0.3), 48, 1, 6, slope, new PlaneNoise(seed)),
				SIDE);
			low += spectrum.mean(0.03, 0.05);
			high += spectrum.mean(0.12, 0.2);
		}
		assertEquals(slope, Math.log(low / high) / 2 / Math.log(4), 0.35);
	}

	@Test
	void drawnOutNoiseChangesAcrossItsAxis() {
		final Texture hair = new Fractal(Axis.of(0), 12, 8, 3, 1, new PlaneNoise(5));
		double along = 0, across = 0;
		for (int i = 0; i < 3000; i++) {
			final double x = 1.7 * i % 101, y = 2.3 * i % 97;
			along += Math.pow(hair.at(x + 1, y) - hair.at(x, y), 2);
			across += Math.pow(hair.at(x, y + 1) - hair.at(x, y), 2);
		}
		assertTrue(across > 30 * along, across + " across, " + along + " along");
	}
}
