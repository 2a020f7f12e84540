package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.TrainingBatch;

class EnhancedPatchesTest {

	private static final int SIDE = 64;

	/** What the weights say of their errors is what the trust must be, for samples to spread as far as truths do. */
	@Test
	void startsAreOffByAsMuchAsTheyAreNotTrusted() {
		double errors = 0, told = 0;
		try (EnhancedPatches patches = new EnhancedPatches(new ScenePool<>(5, Scene::draw), SIDE)) {
			for (int step = 0; step < 24; step++) {
				final DamagedPatch patch = patches.draw(10 * step, new SplittableRandom(step));
				assertEquals(1, patch.hiddenShare());
				for (int i = 0; i < SIDE * SIDE; i++) {
					errors += (patch.start()[i] - patch.truth()[i]) * (patch.start()[i] - patch.truth()[i]);
					told += 1 - patch.trust()[i];
				}
			}
		}
		assertTrue(errors > 0.6 * told && errors < 1.6 * told, "errors " + errors + ", told " + told);
	}

	/** They come last, so that the posterior sees holes. */
	@Test
	void areTheLastRowsOfABatch() {
		final TrainingBatch batch;
		try (BatchSource source = new SampledHoleBatches(new PretrainingLesson.SampledHoles(1, 0, 0.5, 0.25), 3, SIDE)) {
			batch = source.draw(0, 8, new SplittableRandom(1));
		}
		for (int row = 0; row < 8; row++) {
			boolean known = false;
			for (int i = row * SIDE * SIDE; i < (row + 1) * SIDE * SIDE; i++)
				known |= batch.context().visible()[i] == 1;
			assertEquals(row < 6, known, "row " + row);
		}
	}
}
