package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ShiftedGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new ShiftedGrain());
		GrainCheck.assertSameFromSameSeed(new ShiftedGrain());
	}

	/** Values are found from two or four pixels along each axis. */
	@Test
	void onlyNearPixelsAreAlike() {
		final double[] lags = GrainCheck.toldLags(new ShiftedGrain());
		assertTrue(lags[0] > 0.1 && Math.abs(lags[1]) < 0.1, Arrays.toString(lags));
	}
}
