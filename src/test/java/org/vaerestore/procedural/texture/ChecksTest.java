package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChecksTest {

	@Test
	void fieldsAlternate() {
		final Texture board = new Checks(Axis.of(0), 8, false);
		for (int i = 0; i < 5; i++) {
			assertEquals(i % 2 == 0 ? board.at(4, 4) : -board.at(4, 4), board.at(4 + 8 * i, 4), 1e-9);
			assertEquals(i % 2 == 0 ? board.at(4, 4) : -board.at(4, 4), board.at(4, 4 + 8 * i), 1e-9);
		}
		final Periodogram spectrum = Periodogram.of(board, 64);
		assertEquals(Math.sqrt(2) / 16, spectrum.frequency(spectrum.peak()), 0.01);
	}

	@Test
	void addedStripesHaveThreeTones() {
		final Texture cloth = new Checks(Axis.of(0), 8, true);
		final int[] tones = new int[3];
		for (int i = 0; i < 32 * 32; i++)
			for (int tone = 0; tone < 3; tone++)
				if (Math.abs(cloth.at(i % 32 + 0.3, i / 32 + 0.3) - (tone - 1)) < 1e-9) tones[tone]++;
		assertTrue(tones[0] > 150 && tones[1] > 300 && tones[2] > 150, tones[0] + " " + tones[1] + " " + tones[2]);
	}
}
