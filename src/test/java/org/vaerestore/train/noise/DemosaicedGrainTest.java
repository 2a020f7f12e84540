package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class DemosaicedGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new DemosaicedGrain());
		GrainCheck.assertSameFromSameSeed(new DemosaicedGrain());
	}

	/** Colours are found from the nearest pixels alone. */
	@Test
	void neighboursAreAlikeAndPixelsBeyondHardly() {
		final double[] lags = GrainCheck.toldLags(new DemosaicedGrain());
		assertTrue(lags[0] > 0.15 && lags[0] < 0.7 && lags[1] < 0.2, Arrays.toString(lags));
	}
}
