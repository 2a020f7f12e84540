package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ResampledGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new ResampledGrain());
		GrainCheck.assertSameFromSameSeed(new ResampledGrain());
	}

	/** Larger pictures have fewer pixels of their own. */
	@Test
	void neighboursAreAlike() {
		final double[] lags = GrainCheck.toldLags(new ResampledGrain());
		assertTrue(lags[0] > 0.1 && lags[0] < 0.8 && lags[0] > lags[1], Arrays.toString(lags));
	}
}
