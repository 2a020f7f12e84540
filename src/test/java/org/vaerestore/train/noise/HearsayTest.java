package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;

class HearsayTest {

	/** What is told is about right, never exact, and sometimes nothing of correlations. */
	@Test
	void isAboutRight() {
		final NoiseCorrelations exact = new NoiseCorrelations(new float[] { 0.6f, 0.2f, 0.6f, 0.2f, 0.4f, 0, 0.4f, 0 }, 0.5f,
			0);
		final NoisyPatch patch = new NoisyPatch(new float[1], new float[1], 2, exact);
		final SplittableRandom random = new SplittableRandom(1);
		double level = 0, lag = 0, rows = 0;
		int white = 0;
		final int draws = 2000;
		for (int i = 0; i < draws; i++) {
			final ToldNoise told = Hearsay.of(patch, random).noise();
			level += Math.abs(Math.log(told.level() / 2)) / draws;
			if (told.correlations().equals(NoiseCorrelations.WHITE)) {
				white++;
				continue;
			}
			lag += Math.abs(told.correlations().lags()[0] - 0.6);
			rows += Math.abs(told.correlations().rows() - 0.5);
		}
		assertTrue(level > 0.06 && level < 0.12, "level off by " + level);
		assertTrue(white > 0.03 * draws && white < 0.07 * draws, white + " told as white");
		assertEquals(0.012, lag / (draws - white), 0.006);
		assertEquals(0.08, rows / (draws - white), 0.02);
	}
}
