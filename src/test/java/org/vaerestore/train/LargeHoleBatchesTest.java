package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.fill.Hole;
import org.vaerestore.vae.TrainingBatch;

class LargeHoleBatchesTest {

	private static final int SIDE = 64, ROWS = 32, AREA = SIDE * SIDE;

	private final LargeHoleBatches batches = new LargeHoleBatches(new PretrainingLesson.LargeHoles(4), 3, SIDE);

	@Test
	void teachWhatIsHiddenFromOneValuePerHole() {
		final TrainingBatch batch = batches.draw(0, ROWS, new SplittableRandom(1));
		assertEquals(0, batch.division().posterior());
		for (int row = 0; row < ROWS; row++) {
			assertEquals(0, batch.context().noise().get(row).level());
			final boolean[] hidden = new boolean[AREA];
			final float expected = batch.targetVariance()[row * AREA];
			assertTrue(expected >= 0.01f, "expected error " + expected);
			for (int i = 0; i < AREA; i++) {
				final int at = row * AREA + i;
				hidden[i] = batch.context().visible()[at] == 0;
				if (!hidden[i]) {
					assertEquals(0, batch.weight()[at]);
					assertEquals(batch.target().values()[at], batch.context().values()[at]);
					continue;
				}
				assertEquals(1, batch.weight()[at]);
				assertEquals(expected, batch.targetVariance()[at]);
			}
			for (final Hole hole : Hole.of(hidden, SIDE))
				for (final int pixel : hole.pixels())
					assertEquals(batch.context().values()[row * AREA + hole.pixels()[0]], batch.context().values()[row * AREA + pixel]);
		}
	}

	@Test
	void areTheSameForTheSameStepWhateverCameBefore() {
		final TrainingBatch expected = new LargeHoleBatches(new PretrainingLesson.LargeHoles(4), 3, SIDE).draw(7, 4, new SplittableRandom(5));
		batches.draw(900, 4, new SplittableRandom(6));
		final TrainingBatch again = batches.draw(7, 4, new SplittableRandom(5));
		assertArrayEquals(expected.context().values(), again.context().values());
		assertArrayEquals(expected.target().values(), again.target().values());
		assertArrayEquals(expected.targetVariance(), again.targetVariance());
	}
}
