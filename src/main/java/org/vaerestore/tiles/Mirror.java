package org.vaerestore.tiles;

/**
 * Where the pixels of a stretch of an axis are found when the axis is mirrored about its first and last pixel, without
 * repeating them.
 */
public final class Mirror {

	private final int[] sources;
	private final int min;
	private final int max;

	/**
	 * @param from first pixel of the stretch
	 * @param length of the stretch
	 * @param available pixels of the axis
	 */
	public Mirror(final int from, final int length, final int available) {
		sources = new int[length];
		int lowest = Integer.MAX_VALUE;
		int highest = 0;
		final long period = Math.max(1, 2L * (available - 1));
		for (int k = 0; k < length; k++) {
			final long phase = Math.floorMod(from + (long) k, period);
			sources[k] = phase < available ? (int) phase : (int) (period - phase);
			lowest = Math.min(lowest, sources[k]);
			highest = Math.max(highest, sources[k]);
		}
		min = lowest;
		max = highest;
	}

	/** Returns where pixel k of the stretch is on the axis. */
	public int place(final int k) {
		return sources[k];
	}

	/** First pixel that is needed. */
	int min() {
		return min;
	}

	/** Number of pixels from the first to the last that is needed. */
	int length() {
		return max - min + 1;
	}

	/** Where pixel k of the stretch is, counted from the first pixel that is needed. */
	int source(final int k) {
		return sources[k] - min;
	}
}
