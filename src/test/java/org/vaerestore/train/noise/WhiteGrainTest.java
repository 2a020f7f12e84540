package org.vaerestore.train.noise;

import org.junit.jupiter.api.Test;

class WhiteGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new WhiteGrain());
		GrainCheck.assertSameFromSameSeed(new WhiteGrain());
	}
}
