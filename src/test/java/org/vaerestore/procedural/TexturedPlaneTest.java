package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class TexturedPlaneTest {

	private static final int SIDE = 64, COUNT = 40;

	@Test
	void texturesAreOfAllContrasts() {
		int faint = 0, strong = 0;
		for (int seed = 0; seed < COUNT; seed++) {
			final double deviation = Range.deviation(new TexturedPlane().draw(SIDE, new SplittableRandom(seed)));
			if (deviation < 0.07) faint++;
			if (deviation > 0.15) strong++;
		}
		assertTrue(faint >= 5 && strong >= 5, faint + " faint, " + strong + " strong of " + COUNT);
	}

	@Test
	void theTextureIsEverywhere() {
		int everywhere = 0;
		for (int seed = 0; seed < COUNT; seed++) {
			final float[] picture = new TexturedPlane().draw(SIDE, new SplittableRandom(seed));
			int flat = 0;
			for (int tile = 0; tile < 16; tile++) {
				final float[] part = new float[256];
				for (int i = 0; i < 256; i++)
					part[i] = picture[(tile / 4 * 16 + i / 16) * SIDE + tile % 4 * 16 + i % 16];
				if (Range.deviation(part) < 0.2 * Range.deviation(picture)) flat++;
			}
			if (flat < 4) everywhere++;
		}
		assertTrue(everywhere > 0.6 * COUNT, everywhere + " of " + COUNT);
	}
}
