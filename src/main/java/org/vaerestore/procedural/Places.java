package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Where planes are along the axis on which they follow each other, the first of them at 0. */
final class Places {

	private static final double ONE_SIDED = 0.15;

	private Places() {}

	/** Draws places, nearest first: by turns before and behind the first plane, or all on one side, as at an end. */
	static double[] draw(final int planes, final SplittableRandom random) {
		final boolean oneSided = random.nextDouble() < ONE_SIDED;
		final int sign = random.nextBoolean() ? 1 : -1;
		final double[] places = new double[planes];
		for (int i = 1; i < planes; i++)
			places[i] = sign * (oneSided ? i : i % 2 == 1 ? -(i + 1) / 2 : i / 2);
		return places;
	}
}
