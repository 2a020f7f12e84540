package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrokesTest {

	@Test
	void hatchingRunsInItsDirection() {
		assertEquals(0.6, direction(new Strokes(10, 2, 1.5, 0.6, 0.1, new LatticeRandom(1))), 0.1);
		assertEquals(2, direction(new Strokes(10, 2, 1.5, 2, 0.1, new LatticeRandom(1))), 0.1);
	}

	@Test
	void groundIsSeenBetweenThem() {
		final Texture straw = new Strokes(12, 1.5, 1.5, 0, Math.PI, new LatticeRandom(4));
		int ground = 0, stroke = 0;
		for (int i = 0; i < 40_000; i++) {
			if (straw.at(i % 200, i / 200) == -1) ground++;
			if (straw.at(i % 200, i / 200) > 0) stroke++;
		}
		assertTrue(ground > 20_000 && stroke > 2_000, ground + " ground, " + stroke + " strokes");
	}

	/** Returns the angle along which the texture changes least, from the mean of its gradients. */
	private static double direction(final Texture texture) {
		double xx = 0, xy = 0, yy = 0;
		for (int i = 0; i < 40_000; i++) {
			final double x = i % 200, y = i / 200, dx = texture.at(x + 0.5, y) - texture.at(x - 0.5, y), dy = texture.at(x, y +
				0.5) - texture.at(x, y - 0.5);
			xx += dx * dx;
			xy += dx * dy;
			yy += dy * dy;
		}
		final double steepest = Math.atan2(2 * xy, xx - yy) / 2;
		return (steepest + 1.5 * Math.PI) % Math.PI;
	}
}
