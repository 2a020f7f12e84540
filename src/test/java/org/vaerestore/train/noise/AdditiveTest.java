package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class AdditiveTest {

	@Test
	void tellsWhatItIs() {
		NoiseCheck.assertTellsWhatItIs(new Additive(new TomographyGrain()));
		NoiseCheck.assertSameFromSameSeed(new Additive(new LensGrain()));
	}

	@Test
	void leavesTheTruthAndIsFaintOrStrong() {
		final SplittableRandom random = new SplittableRandom(8);
		int faint = 0, usual = 0, strong = 0;
		for (int i = 0; i < 200; i++) {
			final NoisyPatch noisy = NoiseCheck.add(new Additive(new WhiteGrain()), random);
			assertArrayEquals(NoiseCheck.patch(), noisy.truth());
			if (noisy.level() < 0.2) faint++;
			else if (noisy.level() < 1.5) usual++;
			else strong++;
		}
		assertTrue(faint > 20 && strong > 5 && usual > 100, faint + " faint, " + usual + " usual, " + strong + " strong");
	}
}
