package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlayTest {

	private static final int SIDE = 96;

	@ParameterizedTest
	@EnumSource
	void coversALittleAndLeavesTheRestAsItIs(final Overlay overlay) {
		final float[] grey = new float[SIDE * SIDE];
		Arrays.fill(grey, 0.43f);
		int covered = 0, seen = 0;
		for (int seed = 0; seed < 20; seed++) {
			final Pile pile = new Pile(SIDE);
			overlay.lay(pile, SIDE, new SplittableRandom(seed));
			int here = 0;
			for (final float value : pile.before(grey, 0)) {
				assertTrue(value > -1e-6 && value < 1 + 1e-6, value + " from seed " + seed);
				if (Math.abs(value - 0.43f) > 0.1f) here++;
			}
			covered += here;
			if (here > 20) seen++;
		}
		assertTrue(seen > 13, "seen on " + seen + " of 20");
		assertTrue(covered < 0.5 * 20 * SIDE * SIDE, covered + " pixels are covered");
	}

	@ParameterizedTest
	@EnumSource(names = { "GRID", "SCALE_BAR" })
	void linesHaveOneInkAndSharpBorders(final Overlay overlay) {
		int inked = 0;
		for (int seed = 0; seed < 20; seed++) {
			final Pile pile = new Pile(SIDE);
			overlay.lay(pile, SIDE, new SplittableRandom(seed));
			final float[] black = pile.before(new float[SIDE * SIDE], 0), white = new float[SIDE * SIDE];
			Arrays.fill(white, 1);
			final float[] onWhite = pile.before(white, 0);
			float ink = Float.NaN;
			for (int i = 0; i < black.length; i++)
				// Where black and white ground look the same, there is ink alone.
				if (onWhite[i] - black[i] < 1e-3f) {
					if (Float.isNaN(ink)) ink = black[i];
					assertEquals(ink, black[i], 2e-3f, "seed " + seed);
					inked++;
				}
		}
		assertTrue(inked > 500, inked + " pixels of ink");
	}
}
