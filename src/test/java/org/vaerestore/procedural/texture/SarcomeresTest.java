package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SarcomeresTest {

	@Test
	void bandsFollowEachOtherAtTheirPeriod() {
		final Periodogram spectrum = Periodogram.of(new Sarcomeres(9, 6, 0.2, 1, 0, new LatticeRandom(1)), 64);
		assertEquals(1 / 9.0, spectrum.frequency(spectrum.peak()), 0.7 / 64);
	}

	@Test
	void fibrilsAreOutOfStepByNoMoreThanTheySay() {
		final Texture bands = new Sarcomeres(20, 5, 0.2, 1, 0, new LatticeRandom(1));
		boolean differ = false;
		for (int fibril = 0; fibril < 20; fibril++) {
			double brightest = 0;
			for (double x = -10; x < 10; x += 0.1)
				if (bands.at(x, 5 * fibril) > bands.at(brightest, 5 * fibril)) brightest = x;
			assertTrue(Math.abs(brightest) <= 20 * 0.1 + 0.2, "brightest at " + brightest);
			differ |= Math.abs(brightest) > 0.5;
		}
		assertTrue(differ);
	}

	@Test
	void aLineIsDarkInTheMiddleOfTheBrightBand() {
		final Texture bands = new Sarcomeres(20, 5, 0, 3, 1, new LatticeRandom(1));
		assertTrue(bands.at(0, 0) < bands.at(4, 0) - 0.5);
	}

	@Test
	void fibresOfMusclesHaveThem() {
		final Texture muscle = Textures.sarcomeres(64, new SplittableRandom(1));
		assertTrue(Periodogram.of(muscle, 64).share(0.03, 0.4) > 0.6);
	}
}
