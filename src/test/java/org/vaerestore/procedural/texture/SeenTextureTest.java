package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Textures on what is not flat and not seen from the front. */
class SeenTextureTest {

	private static final int SIDE = 128;
	private final Texture stripes = new Grating(Axis.of(0), 4, 0, 0, 0);

	@Test
	void perspectiveMakesStripesWiderTowardsTheNearEnd() {
		final Texture seen = new Perspective(stripes, Axis.of(0), SIDE, 3, 1);
		assertEquals(3, (double) crossings(seen, 0, 40) / crossings(seen, 88, SIDE), 1.6);
		assertTrue(crossings(seen, 0, 40) > 1.5 * crossings(seen, 88, SIDE));
	}

	@Test
	void perspectiveMakesNothingFiner() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 20; i++) {
			final Texture seen = Perspective.draw(stripes, SIDE, random);
			for (int x = 0; x < SIDE; x++)
				assertTrue(Math.abs(seen.at(x + 0.01, 70) - seen.at(x, 70)) <= 0.01 * 2 * Math.PI / 4 * 1.001, "at " + x);
		}
	}

	@Test
	void warpingKeepsStripesButNotStraight() {
		final Texture warped = new Warped(stripes, 40, 6, new PlaneNoise(3));
		assertEquals(crossings(stripes, 0, SIDE), crossings(warped, 0, SIDE), 12);
		double low = 0, high = 0;
		for (int y = 0; y < SIDE; y++) {
			low = Math.min(low, warped.at(20, y));
			high = Math.max(high, warped.at(20, y));
		}
		assertTrue(high - low > 1.5, "the stripe leaves its column");
	}

	@Test
	void bentStripesAreRings() {
		final Texture bent = new Bent(stripes, -40, 30, 50);
		for (int i = 0; i < 20; i++)
			assertEquals(bent.at(10, 30), bent.at(-40 + 50 * Math.cos(0.02 * i), 30 + 50 * Math.sin(0.02 * i)), 1e-9);
	}

	@Test
	void placedElsewhereIsTheSameTurned() {
		final Texture placed = new Placed(stripes, Axis.of(Math.PI / 2), 1, 0);
		assertEquals(stripes.at(8, 0), placed.at(3, 7), 1e-9);
	}

	@Test
	void standardisedHasMeanZeroAndStandardDeviationOne() {
		final Texture standard = Standardised.draw((x, y) -> 7 + 3 * stripes.at(x + 0.37 * y, y), SIDE, new SplittableRandom(
			1));
		double sum = 0, squares = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double value = standard.at(i % SIDE, i / SIDE);
			sum += value / SIDE / SIDE;
			squares += value * value / SIDE / SIDE;
		}
		assertEquals(0, sum, 0.2);
		assertEquals(1, squares, 0.2);
	}

	private static int crossings(final Texture texture, final int from, final int to) {
		int crossings = 0;
		for (int x = from + 1; x < to; x++)
			if (texture.at(x, 64.5) > 0 != texture.at(x - 1, 64.5) > 0) crossings++;
		return crossings;
	}
}
