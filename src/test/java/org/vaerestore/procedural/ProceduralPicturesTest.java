package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.vaerestore.procedural.texture.Periodogram;

class ProceduralPicturesTest {

	private static final int SIDE = 64;

	@Test
	void haveMedianZeroAndStandardDeviationOne() {
		for (long seed = 0; seed < 60; seed++) {
			final float[] picture = ProceduralPictures.draw(SIDE, seed);
			final float[] sorted = picture.clone();
			Arrays.sort(sorted);
			assertTrue(Float.isFinite(sorted[0]) && Float.isFinite(sorted[sorted.length - 1]), "seed " + seed);
			assertEquals(0, sorted[sorted.length / 2], 1e-5, "seed " + seed);
			assertEquals(1, deviation(Arrays.copyOfRange(sorted, 4, sorted.length - 4)), 0.02, "seed " + seed);
		}
	}

	@Test
	void comeAgainFromTheirSeedAndFromNoOther() {
		assertArrayEquals(ProceduralPictures.draw(SIDE, 5), ProceduralPictures.draw(SIDE, 5));
		assertFalse(Arrays.equals(ProceduralPictures.draw(SIDE, 5), ProceduralPictures.draw(SIDE, 6)));
	}

	@Test
	void scenesAreSmoothFromPixelToPixelAsWhatALensShows() {
		int smooth = 0;
		for (long seed = 0; seed < 60; seed++) {
			final float[] picture = ProceduralPictures.scene(SIDE, seed);
			double difference = 0;
			for (int i = 1; i < picture.length; i++)
				if (i % SIDE > 0) difference += (picture[i] - picture[i - 1]) * (picture[i] - picture[i - 1]);
			// White noise of this standard deviation would have 2.
			if (difference / picture.length < 0.7) smooth++;
		}
		assertTrue(smooth > 50, smooth + " of 60");
	}

	@Test
	void aShareHasEnergyAboveAQuarterOfTheSamplingFrequency() {
		int fine = 0, smooth = 0;
		for (long seed = 0; seed < 80; seed++) {
			final double above = Periodogram.of(ProceduralPictures.draw(SIDE, seed), SIDE).share(0.25, 1);
			if (above > 0.02) fine++;
			if (above < 0.001) smooth++;
		}
		assertTrue(fine >= 16, fine + " of 80 are fine");
		assertTrue(smooth >= 16, smooth + " of 80 are smooth");
	}

	private static double deviation(final float[] values) {
		double sum = 0, squares = 0;
		for (final float value : values) {
			sum += value;
			squares += (double) value * value;
		}
		return Math.sqrt(squares / values.length - sum / values.length * (sum / values.length));
	}
}
