package org.vaerestore.setaside;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Some of many numbers, each with the same probability; no more than there is room for. */
final class Sample {

	private final float[] values;
	private final SplittableRandom random;
	private long seen;

	Sample(final int room, final long seed) {
		values = new float[room];
		random = new SplittableRandom(seed);
	}

	void add(final double value) {
		if (seen < values.length) values[(int) seen] = (float) value;
		else {
			final long place = random.nextLong(seen + 1);
			if (place < values.length) values[(int) place] = (float) value;
		}
		seen++;
	}

	/** Returns how many numbers it has heard of. */
	long seen() {
		return seen;
	}

	/** Returns what it has kept, sorted. */
	float[] sorted() {
		final float[] sorted = Arrays.copyOf(values, (int) Math.min(seen, values.length));
		Arrays.sort(sorted);
		return sorted;
	}

	/** Returns a quantile, NaN of nothing. */
	static double quantile(final float[] sorted, final double share) {
		return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
	}
}
