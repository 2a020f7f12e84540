package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class StartGateTest {

	private static final int PLACES = 100;

	@Test
	void whatIsNoBetterHardlyEverPasses() {
		final SplittableRandom random = new SplittableRandom(3);
		int passed = 0;
		for (int trial = 0; trial < 2000; trial++)
			if (passes(0, random)) passed++;
		assertTrue(passed > 10 && passed < 90, passed + " of 2000, where 46 are to be expected");
	}

	@Test
	void whatIsBetterBeyondDoubtPasses() {
		final SplittableRandom random = new SplittableRandom(4);
		int passed = 0;
		for (int trial = 0; trial < 200; trial++)
			if (passes(0.4, random)) passed++;
		assertTrue(passed > 190, passed + " of 200");
	}

	@Test
	void equalErrorsAndASinglePlaceTellNothing() {
		assertFalse(StartGate.isBelow(new double[] { 1, 2, 3 }, new double[] { 1, 2, 3 }));
		assertFalse(StartGate.isBelow(new double[] { 1 }, new double[] { 2 }));
		assertFalse(StartGate.isBelow(new double[0], new double[0]));
		assertTrue(StartGate.isBelow(new double[] { 1, 2, 3 }, new double[] { 2, 3, 4 }));
	}

	/** Errors that differ from place to place by far more than between networks. */
	private static boolean passes(final double gain, final SplittableRandom random) {
		final double[] before = new double[PLACES], after = new double[PLACES];
		for (int i = 0; i < PLACES; i++) {
			before[i] = 50 * random.nextDouble();
			after[i] = before[i] - gain + random.nextGaussian();
		}
		return StartGate.isBelow(after, before);
	}
}
