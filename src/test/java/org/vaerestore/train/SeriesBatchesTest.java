package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.procedural.Likeness;
import org.vaerestore.vae.Companion;
import org.vaerestore.vae.TrainingBatch;

class SeriesBatchesTest {

	private static final int SIDE = 64, ROWS = 8, AREA = SIDE * SIDE;

	@Test
	void dependOnStepAndRandomAlone() {
		final SeriesBatches one = new SeriesBatches(3, SIDE), other = new SeriesBatches(3, SIDE);
		other.draw(0, 1, new SplittableRandom(2));
		final TrainingBatch batch = one.draw(7, ROWS, new SplittableRandom(1)), again = other.draw(7, ROWS, new SplittableRandom(1));
		assertArrayEquals(batch.context().values(), again.context().values());
		for (int row = 0; row < ROWS; row++)
			for (int k = 0; k < batch.context().companions().get(row).size(); k++)
				assertArrayEquals(batch.context().companions().get(row).get(k).values(), again.context().companions().get(row).get(k)
					.values());
	}

	/** Each row has some, always as many, and on the average they are nearer to the truth than chance is. */
	@Test
	void haveCompanionsThatTellSomething() {
		final TrainingBatch batch = new SeriesBatches(5, SIDE).draw(0, ROWS, new SplittableRandom(1));
		double told = 0;
		int count = 0;
		for (int row = 0; row < ROWS; row++) {
			final List<Companion> companions = batch.context().companions().get(row);
			count += companions.size();
			for (int i = row * AREA; i < (row + 1) * AREA; i++)
				assertEquals(1, batch.weight()[i]);
			told += Likeness.of(Arrays.copyOfRange(batch.target().values(), row * AREA, (row + 1) * AREA), companions.get(0).values()) / ROWS;
		}
		assertEquals(SeriesBatches.companions(ROWS), count);
		assertTrue(told > 0.3, "correlation of the nearest companion with the truth: " + told);
	}
}
