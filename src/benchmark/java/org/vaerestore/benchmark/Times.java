package org.vaerestore.benchmark;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * How long something took, in milliseconds.
 *
 * @param low first quartile
 * @param median of all rounds
 * @param high third quartile
 */
record Times(double low, double median, double high) {

	private static final long PAUSE_NANOS = 30_000_000;

	/** Sums up the times of some rounds. */
	static Times of(final double[] rounds) {
		final double[] sorted = rounds.clone();
		Arrays.sort(sorted);
		return new Times(sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[3 * sorted.length / 4]);
	}

	/** Runs something once, after a pause, and returns the milliseconds that it took. */
	static double milliseconds(final Runnable work) {
		// OpenMP's threads spin for a while after their work, at the cost of whoever comes next.
		LockSupport.parkNanos(PAUSE_NANOS);
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}
}
