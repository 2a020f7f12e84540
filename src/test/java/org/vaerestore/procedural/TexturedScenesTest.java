package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaerestore.procedural.texture.Periodogram;

class TexturedScenesTest {

	private static final int SIDE = 64, COUNT = 24;

	static Kind[] kinds() {
		return new Kind[] { new Muscle(), new Mitochondria(), new Trabeculae(), new Diatoms(), new Specimen() };
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void haveStructureFromPixelsToTheWholePicture(final Kind kind) {
		int fine = 0;
		for (int seed = 0; seed < COUNT; seed++) {
			final float[] picture = kind.draw(SIDE, new SplittableRandom(seed));
			assertTrue(Range.deviation(picture) > 0.01, "seed " + seed + " shows nothing");
			if (Periodogram.of(picture, SIDE).share(0.1, 1) > 0.1) fine++;
		}
		assertTrue(fine > COUNT / 2, fine + " of " + COUNT + " are fine");
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void comeAgainFromTheirSeed(final Kind kind) {
		assertArrayEquals(kind.draw(SIDE, new SplittableRandom(4)), kind.draw(SIDE, new SplittableRandom(4)));
	}

	@Test
	void bonesAreDensestInTheirShell() {
		int dense = 0;
		for (int seed = 0; seed < COUNT; seed++) {
			final float[] sorted = new Trabeculae().draw(SIDE, new SplittableRandom(seed)).clone();
			Arrays.sort(sorted);
			if (sorted[sorted.length * 98 / 100] > sorted[sorted.length / 4] + 0.2) dense++;
		}
		assertTrue(dense > 0.8 * COUNT, dense + " of " + COUNT);
	}
}
