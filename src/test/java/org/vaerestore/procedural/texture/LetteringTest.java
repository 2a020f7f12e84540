package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class LetteringTest {

	private static final int WIDTH = 300, HEIGHT = 200;
	private final Lettering page = Lettering.draw(12, Axis.of(0), new SplittableRandom(3));

	@Test
	void hasTwoLevels() {
		int ink = 0, paper = 0;
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			final double value = page.at(i % WIDTH, i / WIDTH);
			if (value > 0.9) ink++;
			if (value < -0.9) paper++;
		}
		assertTrue(ink > 0.05 * WIDTH * HEIGHT && ink < 0.35 * WIDTH * HEIGHT, ink + " ink");
		assertTrue(ink + paper > 0.7 * WIDTH * HEIGHT, ink + " ink, " + paper + " paper");
	}

	@Test
	void standsInLinesWithEmptyPaperBetween() {
		final double line = page.size() * page.spacing();
		final double[] rows = new double[HEIGHT];
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			rows[i / WIDTH] += (page.at(i % WIDTH, i / WIDTH) + 1) / 2 / WIDTH;
		int empty = 0, written = 0;
		for (final double row : rows) {
			if (row < 0.01) empty++;
			if (row > 0.1) written++;
		}
		assertTrue(empty > HEIGHT / (2 * line) && written > 0.3 * HEIGHT, empty + " empty rows, " + written + " written");
	}

	@Test
	void lettersComeAgain() {
		assertEquals(24, page.letters().length);
		assertEquals(0, page.letters()[0].distance(page.letters()[0].strokes()[0][0], page.letters()[0].strokes()[0][1], 1),
			1e-9);
	}
}
