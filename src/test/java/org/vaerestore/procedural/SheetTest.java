package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SheetTest {

	private static final int SIDE = 20;

	@Test
	void aWindowAtWholePixelsIsWhatIsThere() {
		final float[] values = new float[SIDE * SIDE];
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextDouble();
		assertArrayEquals(values, new Sheet(values, SIDE).window(SIDE, 0, 0), 1e-6f);
		final float[] window = new Sheet(values, SIDE).window(5, 7, 3);
		assertEquals(values[4 * SIDE + 9], window[5 + 2], 1e-6);
	}

	@Test
	void aSlopeIsFollowedBetweenPixels() {
		final float[] slope = new float[SIDE * SIDE];
		for (int i = 0; i < slope.length; i++)
			slope[i] = 2 * (i % SIDE) - i / SIDE;
		assertEquals(2 * 6.3 - 9.8, new Sheet(slope, SIDE).at(6.3, 9.8), 1e-5);
	}

	@Test
	void bordersAreMirrors() {
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = i % 7 + i / SIDE % 5;
		final Sheet sheet = new Sheet(values, SIDE);
		assertEquals(sheet.at(3.4, 5), sheet.at(-3.4, 5), 1e-5);
		assertEquals(sheet.at(8, SIDE - 1 - 2.7), sheet.at(8, SIDE - 1 + 2.7), 1e-5);
	}

	@Test
	void fieldsMoveWhatIsSeen() {
		final float[] slope = new float[SIDE * SIDE], right = new float[25], none = new float[25];
		for (int i = 0; i < slope.length; i++)
			slope[i] = i % SIDE;
		Arrays.fill(right, 0.5f);
		assertEquals(6 + 0.5 * 3, new Sheet(slope, SIDE).window(5, 6, 6, right, none, 3)[0], 1e-5);
	}
}
