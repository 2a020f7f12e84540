package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class StackLensTest {

	private static final int SIDE = 64;

	@Test
	void showsWhatIsTheSameAsTheSame() {
		final float[] scene = ProceduralPictures.scene(SIDE, 1), other = ProceduralPictures.scene(SIDE, 2);
		for (int seed = 0; seed < 30; seed++) {
			final float[][] seen = StackLens.draw(SIDE, new SplittableRandom(seed)).seen(new float[][] { scene, other, scene.clone() }, SIDE);
			assertArrayEquals(seen[0], seen[2]);
			for (final float[] plane : seen)
				for (final float value : plane)
					assertTrue(value >= 0 && value <= 1.00001, "" + value);
		}
	}

	@Test
	void hazeIsTheMeanOfWhatIsAround() {
		final float[] flat = new float[SIDE * SIDE];
		Arrays.fill(flat, 0.5f);
		final float[] hazy = new StackLens(0, 0.6, 9, null, 1).seen(new float[][] { flat, new float[SIDE * SIDE] }, SIDE)[0];
		// Where all is equally bright, haze adds the same everywhere.
		for (final float value : hazy)
			assertEquals(1, value, 1e-4);
	}
}
