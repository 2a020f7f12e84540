package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Random numbers of the shapes that nature has. */
public final class Draws {

	private Draws() {}

	/** Returns a number whose logarithm is evenly spread. */
	public static double logUniform(final SplittableRandom random, final double low, final double high) {
		return low * Math.pow(high / low, random.nextDouble());
	}

	/** Returns a number whose density falls as {@code r^-3}: as many small as large ones cover the same area. */
	static double scaleFree(final SplittableRandom random, final double low, final double high) {
		final double a = 1 / (low * low), b = 1 / (high * high);
		return 1 / Math.sqrt(a + (b - a) * random.nextDouble());
	}
}
