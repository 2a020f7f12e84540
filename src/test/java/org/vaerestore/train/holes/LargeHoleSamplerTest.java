package org.vaerestore.train.holes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.fill.Hole;

class LargeHoleSamplerTest {

	@Test
	void areLargeAndLeaveEnoughToSee() {
		for (final int side : new int[] { 32, 64, 128 }) {
			final LargeHoleSampler holes = new LargeHoleSampler(side, 4);
			int deep = 0, inner = 0;
			for (int seed = 0; seed < 100; seed++) {
				final boolean[] hidden = holes.draw(new SplittableRandom(seed));
				int count = 0;
				for (final boolean pixel : hidden)
					if (pixel) count++;
				final double share = count / (double) hidden.length;
				assertTrue(share >= 0.08 && share < 0.9, side + ": " + share);
				for (final Hole hole : Hole.of(hidden, side)) {
					if (hole.depth() >= 5) deep++;
					if (hole.left() > 0 && hole.top() > 0 && hole.right() < side && hole.bottom() < side) inner++;
				}
			}
			assertTrue(deep > 80, deep + " deep holes in 100 patches of " + side);
			assertTrue(inner > 20, inner + " holes away from the border");
		}
	}

	@Test
	void areTheSameForTheSameSeed() {
		final LargeHoleSampler holes = new LargeHoleSampler(64, 4);
		assertArrayEquals(holes.draw(new SplittableRandom(9)), holes.draw(new SplittableRandom(9)));
	}

	@Test
	void needRoom() {
		assertThrows(IllegalArgumentException.class, () -> new LargeHoleSampler(16, 4));
	}
}
