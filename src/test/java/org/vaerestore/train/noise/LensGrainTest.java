package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class LensGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new LensGrain());
		GrainCheck.assertSameFromSameSeed(new LensGrain());
	}

	/** More so than pixels further away. */
	@Test
	void neighboursAreAlike() {
		final double[] lags = GrainCheck.toldLags(new LensGrain());
		assertTrue(lags[0] > 0.3 && lags[2] > 0.3 && lags[1] > 0 && lags[1] < lags[0] && lags[4] < lags[0], Arrays.toString(lags));
	}
}
