package org.vaerestore.train.noise;

import java.util.SplittableRandom;

/**
 * Offsets of rows or columns that follow each other, of standard deviation 1: most often independent of each other, some few
 * large ones among small ones, drifting, or alternating as those of two amplifiers.
 */
final class Offsets {

	private static final double HEAVY = 0.2, DRIFTING = 0.15, ALTERNATING = 0.1, MOST_DRIFT = 0.8;
	/** Share of large offsets, and their standard deviation in those of the others. */
	private static final double LARGE = 0.08, LARGER = 5;

	private Offsets() {}

	static double[] draw(final int count, final SplittableRandom random) {
		final double[] offsets = new double[count];
		for (int i = 0; i < count; i++)
			offsets[i] = random.nextGaussian();
		final double kind = random.nextDouble();
		if (kind < HEAVY) heavy(offsets, random);
		else if (kind < HEAVY + DRIFTING) drifting(offsets, random.nextDouble(MOST_DRIFT));
		else if (kind < HEAVY + DRIFTING + ALTERNATING) alternating(offsets, random.nextDouble());
		return offsets;
	}

	private static void heavy(final double[] offsets, final SplittableRandom random) {
		final double unit = 1 / Math.sqrt(1 - LARGE + LARGE * LARGER * LARGER);
		for (int i = 0; i < offsets.length; i++)
			offsets[i] *= random.nextDouble() < LARGE ? LARGER * unit : unit;
	}

	private static void drifting(final double[] offsets, final double memory) {
		for (int i = 1; i < offsets.length; i++)
			offsets[i] = memory * offsets[i - 1] + Math.sqrt(1 - memory * memory) * offsets[i];
	}

	private static void alternating(final double[] offsets, final double share) {
		final double even = Math.signum(offsets[0]);
		for (int i = 0; i < offsets.length; i++)
			offsets[i] = Math.sqrt(1 - share) * offsets[i] + Math.sqrt(share) * (i % 2 == 0 ? even : -even);
	}
}
