package org.vaerestore.procedural.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ShapesTest {

	@Test
	void depthIsTheDistanceToTheBorder() {
		final Shape circle = new Oval(50, 40, 1, 0, 20, 20, false), box = new Box(50, 40, 1, 0, 20, 10, 0), leaf = new Oval(50,
			40, 1, 0, 20, 8, true);
		assertEquals(5, circle.depth(65, 40), 1e-9);
		assertEquals(-5, circle.depth(50, 65), 1e-9);
		assertEquals(3, box.depth(50, 47), 1e-9);
		assertEquals(-5, box.depth(73, 54), 1e-9);
		assertEquals(8, leaf.depth(50, 40), 1e-9);
		assertEquals(0, leaf.depth(70, 40), 1e-9);
	}

	@Test
	void strokesAreAsLongAndWideAsTheySay() {
		final Shape stroke = new Stroke(50, 50, 1, 0, 100, 20, 3, 0);
		assertEquals(1.5, stroke.depth(50, 50), 1e-9);
		assertEquals(-1.5, stroke.depth(53, 50), 1e-9);
		assertTrue(stroke.depth(48.5, 69) > 0 && stroke.depth(50, 72) < 0);
	}

	@Test
	void withinARimIsASmallerShape() {
		final Shape circle = new Oval(50, 40, 1, 0, 20, 20, false).within(4);
		assertEquals(1, circle.depth(65, 40), 1e-9);
		assertEquals(16, circle.depth(50, 40), 1e-9);
	}

	@Test
	void writingStaysInItsLine() {
		final Shape writing = Shapes.writing(50, 50, 40, 12, new SplittableRandom(2));
		int ink = 0;
		for (int i = 0; i < 10_000; i++) {
			final boolean inside = writing.depth(i % 100, i / 100) > 0;
			if (inside) ink++;
			assertTrue(!inside || Math.abs(i % 100 - 50) <= 41 && Math.abs(i / 100 - 50) <= 9, "at " + i % 100 + ", " + i / 100);
		}
		assertTrue(ink > 50 && ink < 800, ink + " pixels of ink");
	}

	@Test
	void noneReachesFartherThanItSays() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int i = 0; i < 400; i++) {
			final Shape shape = Shapes.draw(random).at(0, 0, 10, random);
			boolean any = false;
			for (int p = 0; p < 2000; p++) {
				final double x = random.nextDouble(-60, 60), y = random.nextDouble(-60, 60), depth = shape.depth(x, y);
				if (depth > 0) assertTrue(Math.max(Math.abs(x), Math.abs(y)) <= shape.reach() + 1e-9, shape + " at " + x + ", " +
					y);
				any |= depth > -1;
			}
			assertTrue(any, shape + " is nowhere");
		}
	}
}
