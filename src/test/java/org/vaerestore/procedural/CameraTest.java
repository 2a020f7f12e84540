package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class CameraTest {

	private static final int SIDE = 32;

	@Test
	void clipsWhatIsBeyondBlackAndWhite() {
		final float[] scene = new float[SIDE * SIDE];
		for (int i = 0; i < scene.length; i++)
			scene[i] = i % SIDE < SIDE / 2 ? -0.4f : 1.5f;
		final float[] picture = new Camera().seen(scene, SIDE, new SplittableRandom(1));
		assertEquals(0, picture[0]);
		assertEquals(1, picture[SIDE - 1]);
	}

	@Test
	void isSharpOrNearlySo() {
		final float[] scene = new float[SIDE * SIDE];
		for (int i = 0; i < scene.length; i++)
			scene[i] = i % SIDE < SIDE / 2 ? 0.2f : 0.8f;
		int sharp = 0;
		for (int seed = 0; seed < 100; seed++) {
			final float[] picture = new Camera().seen(scene, SIDE, new SplittableRandom(seed));
			final float step = picture[SIDE / 2 + 1] - picture[SIDE / 2 - 2];
			assertTrue(step > 0.5, "an edge of " + step + " of 0.6 in three pixels");
			if (picture[SIDE / 2] - picture[SIDE / 2 - 1] > 0.59f) sharp++;
		}
		assertTrue(sharp > 20 && sharp < 60, sharp + " of 100");
	}
}
