package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ParallelStructureTest {

	private static final int SIDE = 64;

	/** It varies across its direction much more than along it, in rows as in columns; and some of it ends in the patch. */
	@Test
	void liesAlongItsDirection() {
		for (final boolean alongRows : new boolean[] { true, false }) {
			final SplittableRandom random = new SplittableRandom(1);
			double along = 0, across = 0;
			int ending = 0;
			for (int i = 0; i < 60; i++) {
				final float[] patch = new float[SIDE * SIDE];
				ParallelStructure.addTo(patch, alongRows, random);
				double ends = 0;
				for (int y = 0; y + 1 < SIDE; y++)
					for (int x = 0; x + 1 < SIDE; x++) {
						final double toRight = Math.pow(patch[y * SIDE + x + 1] - patch[y * SIDE + x], 2), down = Math.pow(patch[(y + 1) *
							SIDE + x] - patch[y * SIDE + x], 2);
						along += alongRows ? toRight : down;
						across += alongRows ? down : toRight;
						ends = Math.max(ends, alongRows ? toRight : down);
					}
				if (ends > 0.01) ending++;
			}
			assertTrue(across > 10 * along, across + " across, " + along + " along");
			assertTrue(ending > 10 && ending < 55, ending + " of 60 end");
		}
	}
}
