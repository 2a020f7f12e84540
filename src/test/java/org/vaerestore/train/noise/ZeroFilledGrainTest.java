package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ZeroFilledGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new ZeroFilledGrain());
		GrainCheck.assertSameFromSameSeed(new ZeroFilledGrain());
	}

	/** At twice the size every other pixel is one of the small image. */
	@Test
	void neighboursAreAlikeAndNextOnesNot() {
		final double[] lags = GrainCheck.toldLags(new ZeroFilledGrain());
		assertTrue(lags[0] > 0.4 && Math.abs(lags[1]) < 0.25, Arrays.toString(lags));
	}
}
