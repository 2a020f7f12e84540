package org.vaerestore.benchmark;

import java.util.stream.DoubleStream;

/** The times of the rounds so far; rounds below 0 are warming, and don't count. */
final class Samples {

	private final DoubleStream.Builder times = DoubleStream.builder();

	void add(final int round, final double milliseconds) {
		if (round >= 0) times.add(milliseconds);
	}

	/** Sums up; nothing can be added any more. */
	Times times() {
		return Times.of(times.build().toArray());
	}
}
