package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SampleMomentsTest {

	private static final int SIZE = 2000, SAMPLES = 16;

	/** Truths that are drawn as the samples are lie as far from any estimate as is said, on the average. */
	@Test
	void tellsHowFarTruthsAreFromAnEstimate() {
		for (final double off : new double[] { 0, 3 }) {
			final SplittableRandom random = new SplittableRandom(1);
			final SampleMoments moments = new SampleMoments();
			for (int k = 0; k < SAMPLES; k++)
				moments.add(drawn(random));
			final float[] estimate = new float[SIZE], truth = drawn(random);
			Arrays.fill(estimate, (float) (5 + off));
			final float[] deviation = moments.around(estimate);
			double said = 0, found = 0, mean = 0;
			for (int i = 0; i < SIZE; i++) {
				said += deviation[i] * (double) deviation[i] / SIZE;
				found += Math.pow(truth[i] - estimate[i], 2) / SIZE;
				mean += moments.mean()[i] / SIZE;
			}
			assertEquals(1, said / found, 0.15, "off by " + off);
			assertEquals(5, mean, 0.05);
		}
	}

	@Test
	void neverSaysThatNothingIsOpen() {
		final SampleMoments moments = new SampleMoments();
		moments.add(new float[] { 100 });
		moments.add(new float[] { 100 });
		assertTrue(moments.around(new float[] { 100 })[0] > 0);
	}

	private static float[] drawn(final SplittableRandom random) {
		final float[] drawn = new float[SIZE];
		for (int i = 0; i < SIZE; i++)
			drawn[i] = (float) (5 + 2 * random.nextGaussian());
		return drawn;
	}
}
