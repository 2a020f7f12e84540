package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.NoiseCorrelations;

class ProceduralBatchesTest {

	private static final int SIDE = 64, ROWS = 96, AREA = SIDE * SIDE;

	private final ProceduralBatches batches = new ProceduralBatches(PretrainingLesson.NoiseAndHoles.EVEN, 3, SIDE);

	@Test
	void teachHiddenPixelsOfPicturesWithoutNoiseAndAllPixelsOfOthers() {
		final TrainingBatch batch = batches.draw(0, ROWS, new SplittableRandom(1));
		int clean = 0, noisy = 0;
		for (int row = 0; row < ROWS; row++) {
			final boolean isClean = batch.context().noise().get(row).level() == 0;
			if (isClean) clean++;
			else noisy++;
			for (int i = row * AREA; i < (row + 1) * AREA; i++) {
				final boolean hidden = batch.context().visible()[i] < 1;
				assertEquals(!isClean ? 1 : hidden ? 4 : 0, batch.weight()[i], "row " + row);
				if (isClean && !hidden) assertEquals(batch.target().values()[i], batch.context().values()[i], "row " + row);
			}
		}
		assertTrue(clean > 5 && noisy > 10, clean + " clean, " + noisy + " noisy");
	}

	/** White noise is told as white, blurred noise as correlated; and some pictures have slices beside them that help. */
	@Test
	void tellWhetherNoiseCorrelatesAndWhatSlicesSay() {
		final TrainingBatch batch = batches.draw(0, ROWS, new SplittableRandom(3));
		int right = 0, noisy = 0, correlated = 0, helped = 0;
		for (int row = 0; row < ROWS; row++) {
			double products = 0, squares = 0;
			boolean trusted = false;
			for (int i = row * AREA; i < (row + 1) * AREA - 1; i++) {
				final float[] seen = batch.context().values(), truth = batch.target().values();
				trusted |= batch.context().visible()[i] > 0 && batch.context().visible()[i] < 1;
				if (batch.context().visible()[i] < 1 || batch.context().visible()[i + 1] < 1 || i % SIDE == SIDE - 1) continue;
				products += (seen[i] - truth[i]) * (double) (seen[i + 1] - truth[i + 1]);
				squares += (seen[i] - truth[i]) * (double) (seen[i] - truth[i]);
			}
			if (trusted) helped++;
			if (batch.context().noise().get(row).level() == 0 || squares == 0) continue;
			final NoiseCorrelations told = batch.context().noise().get(row).correlations();
			if (told.rows() > 0.09 || told.columns() > 0.09) continue;
			noisy++;
			if (told.lags()[0] > 0.2) correlated++;
			if (Math.abs(told.lags()[0] - products / squares) < 0.12) right++;
		}
		assertTrue(right > 0.85 * noisy, right + " of " + noisy);
		assertTrue(correlated > 2 && correlated < noisy / 2, correlated + " of " + noisy);
		assertTrue(helped > 2, helped + " of " + ROWS);
	}

	@Test
	void addNoiseOfTheLevelThatTheyTell() {
		final TrainingBatch batch = batches.draw(0, ROWS, new SplittableRandom(2));
		int right = 0, noisy = 0;
		for (int row = 0; row < ROWS; row++) {
			final double level = batch.context().noise().get(row).level();
			double squares = 0;
			int visible = 0;
			for (int i = row * AREA; i < (row + 1) * AREA; i++) {
				if (batch.context().visible()[i] < 1) continue;
				squares += Math.pow(batch.context().values()[i] - batch.target().values()[i], 2);
				visible++;
			}
			if (level == 0 || visible == 0) continue;
			noisy++;
			final NoiseCorrelations told = batch.context().noise().get(row).correlations();
			final double deviation = Math.sqrt(squares / visible) / Math.sqrt(1 + told.rows() * told.rows() + told.columns() * told
				.columns());
			// Where photons are few there is less noise, and where there is no magnetic resonance, it is brighter than the truth.
			assertTrue(deviation < 2.4 * level, "row " + row + ": " + deviation + " told as " + level);
			if (Math.abs(deviation / level - 1) < 0.1) right++;
		}
		assertTrue(right > noisy / 2, right + " of " + noisy);
	}

	@Test
	void areTheSameForTheSameStepWhateverCameBefore() {
		final TrainingBatch expected = new ProceduralBatches(PretrainingLesson.NoiseAndHoles.EVEN, 3, SIDE).draw(7, 4, new SplittableRandom(5));
		batches.draw(900, 4, new SplittableRandom(6));
		final TrainingBatch again = batches.draw(7, 4, new SplittableRandom(5));
		assertArrayEquals(expected.context().values(), again.context().values());
		assertArrayEquals(expected.target().values(), again.target().values());
	}
}
