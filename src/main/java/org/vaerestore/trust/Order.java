package org.vaerestore.trust;

import java.util.Arrays;

/** Pixels in the order of their values, cut into groups of equal size. */
record Order(int[] pixels) {

	/** Sorts by the values, which are all finite. */
	static Order of(final float[] values) {
		final long[] keys = new long[values.length];
		for (int i = 0; i < keys.length; i++) {
			final int bits = Float.floatToIntBits(values[i] + 0f);
			// The bits of negative numbers go the other way round.
			keys[i] = (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | i;
		}
		Arrays.sort(keys);
		return new Order(Arrays.stream(keys).mapToInt(key -> (int) key).toArray());
	}

	/** Returns the pixels of a group. */
	int[] group(final int group, final int groups) {
		return Arrays.copyOfRange(pixels, (int) ((long) group * pixels.length / groups), (int) ((group + 1L) *
			pixels.length / groups));
	}

	/** Returns the pixel below whose value a share of all others lies. */
	int quantile(final double share) {
		return pixels[(int) Math.round(share * (pixels.length - 1))];
	}
}
