package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class TexturesTest {

	private static final int SIDE = 48, COUNT = 150;

	@Test
	void areAboutAsStrongAsEachOther() {
		final SplittableRandom random = new SplittableRandom(5);
		int even = 0;
		for (int i = 0; i < COUNT; i++) {
			final Texture texture = Textures.draw(SIDE, random);
			double sum = 0, squares = 0;
			for (int p = 0; p < SIDE * SIDE; p++) {
				final double value = texture.at(p % SIDE, p / SIDE);
				assertTrue(Math.abs(value) < 20, "texture " + i + " has " + value);
				sum += value / SIDE / SIDE;
				squares += value * value / SIDE / SIDE;
			}
			if (Math.abs(sum) < 0.3 && squares > 0.5 && squares < 1.6) even++;
		}
		assertTrue(even > 0.8 * COUNT, even + " of " + COUNT);
	}

	@Test
	void manyAreFinerThanALensOfAMicroscopeShows() {
		final SplittableRandom random = new SplittableRandom(6);
		int fine = 0, coarse = 0;
		for (int i = 0; i < COUNT; i++) {
			final Periodogram spectrum = Periodogram.of(Textures.draw(SIDE, random), SIDE);
			if (spectrum.share(0.25, 1) > 0.2) fine++;
			if (spectrum.share(0, 0.1) > 0.6) coarse++;
		}
		assertTrue(fine > 0.2 * COUNT && coarse > 0.2 * COUNT, fine + " fine, " + coarse + " coarse of " + COUNT);
	}

	@Test
	void comeAgainFromTheirSeed() {
		final Texture first = Textures.draw(SIDE, new SplittableRandom(3)), second = Textures.draw(SIDE, new SplittableRandom(
			3));
		for (int i = 0; i < 100; i++)
			assertEquals(first.at(i, 2 * i), second.at(i, 2 * i));
	}
}
