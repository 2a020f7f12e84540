package org.vaerestore.vae.density;

import java.util.Arrays;

/** Equally spaced quantiles of a sample, smallest and largest value included. */
final class Quantiles {

	private static final int STEPS = 200;

	private Quantiles() {}

	static double[] of(final double[] sample) {
		final double[] sorted = sample.clone();
		Arrays.sort(sorted);
		final double[] quantiles = new double[STEPS + 1];
		for (int i = 0; i <= STEPS; i++) {
			final double position = (double) i * (sorted.length - 1) / STEPS;
			final int below = (int) position;
			final int above = Math.min(below + 1, sorted.length - 1);
			quantiles[i] = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
		}
		return quantiles;
	}

	static double[] checked(final double[] quantiles) {
		boolean good = quantiles.length >= 2;
		for (int i = 0; i < quantiles.length; i++)
			good &= Double.isFinite(quantiles[i]) && (i == 0 || quantiles[i] >= quantiles[i - 1]);
		if (!good) throw new IllegalArgumentException("Not quantiles: " + Arrays.toString(quantiles));
		return quantiles.clone();
	}

	/** Returns the share of the sample below a value; of a value that is there often, the middle of its shares. */
	static double share(final double[] quantiles, final double value) {
		final int last = quantiles.length - 1;
		if (!(value >= quantiles[0])) return 0;
		if (value > quantiles[last]) return 1;
		int from = 0;
		while (from < last && quantiles[from + 1] < value)
			from++;
		int to = last;
		while (to > 0 && quantiles[to - 1] > value)
			to--;
		return (position(quantiles, from, value) + position(quantiles, to - 1, value)) / 2 / last;
	}

	private static double position(final double[] quantiles, final int step, final double value) {
		final int i = Math.max(0, Math.min(step, quantiles.length - 2));
		final double gap = quantiles[i + 1] - quantiles[i];
		if (gap > 0) return i + Math.min(1, (value - quantiles[i]) / gap);
		return step < i + 1 ? i : i + 1.0;
	}
}
