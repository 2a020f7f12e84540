package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class GlowTest {

	private static final int SIDE = 32;

	@Test
	void lightOfTheNextSliceIsSeenAndThatOfFartherOnesIsNot() {
		final float[][] slices = new float[4][SIDE * SIDE];
		Arrays.fill(slices[1], 1);
		final float[][] seen = new Glow(0.3, 2).through(slices, new double[] { 0, -1, 1, -2 }, SIDE);
		assertEquals(0.3, seen[0][100], 1e-5);
		assertEquals(1, seen[1][100], 1e-5);
		assertEquals(0, seen[2][100], 1e-5);
		assertEquals(0.3, seen[3][100], 1e-5);
	}

	@Test
	void anOutermostSliceGoesOnAsItIs() {
		final float[][] slices = new float[2][SIDE * SIDE];
		for (final float[] slice : slices)
			Arrays.fill(slice, 1);
		for (final float[] slice : new Glow(0.5, 2).through(slices, new double[] { 0, 1 }, SIDE))
			assertEquals(2, slice[7], 1e-5);
	}

	@Test
	void noneLeavesSlicesAsTheyAre() {
		final float[][] slices = new float[2][4];
		assertSame(slices, new Glow(0, 2).through(slices, new double[] { 0, 1 }, 2));
	}
}
