package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class FlickerTest {

	private static final int SIDE = 64;

	@Test
	void gainAndOffsetAreThoseOfThePlane() {
		final float[][] planes = { { 0, 1, 0.5f, 0.2f }, { 0, 1, 0.5f, 0.2f } };
		new Flicker(new double[] { 1, 2 }, new double[] { 0, 0.1 }, new double[2]).apply(planes, 2);
		assertArrayEquals(new float[] { 0, 1, 0.5f, 0.2f }, planes[0], 1e-6f);
		assertArrayEquals(new float[] { 0.1f, 2.1f, 1.1f, 0.5f }, planes[1], 1e-6f);
	}

	@Test
	void someStaysTheSameAndNoneLosesItsLight() {
		int steady = 0;
		for (int seed = 0; seed < 200; seed++) {
			final Flicker flicker = Flicker.draw(new double[] { 0, -1, 1, -2, 2 }, new SplittableRandom(seed));
			boolean same = true;
			for (final double gain : flicker.gain()) {
				assertTrue(gain > 0.3 && gain < 3, "seed " + seed + ": " + gain);
				same &= gain == 1;
			}
			if (same) steady++;
		}
		assertTrue(steady > 50 && steady < 110, steady + " of 200");
	}

	@Test
	void focusedPlanesAreAsSharpAsBefore() {
		final float[] scene = ProceduralPictures.scene(SIDE, 1);
		final float[][] planes = { scene.clone() };
		new Flicker(new double[] { 1 }, new double[1], new double[] { 2 }).focused().apply(planes, SIDE);
		assertArrayEquals(scene, planes[0], 1e-6f);
	}
}
