package org.vaerestore.imagej;

/**
 * Values from the least to the largest finite one.
 *
 * @param low positive infinity if there is none
 * @param high negative infinity if there is none
 */
record ValueRange(float low, float high) {

	static ValueRange of(final float[] values) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float value : values) {
			if (!Float.isFinite(value)) continue;
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		return new ValueRange(low, high);
	}
}
