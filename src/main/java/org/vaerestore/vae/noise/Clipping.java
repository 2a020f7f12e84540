package org.vaerestore.vae.noise;

/** Whether a detector's range ends amid the values of a tile. */
enum Clipping {
	NONE, LOW, HIGH;

	/** Share of the pixels at the end of the range from which clipping begins to matter. */
	private static final double LEAST = 0.02;
	/** Distance from the end of the range, in standard deviations, that counts as right beside it. */
	private static final double NEAR = 0.25;
	private static final double LEAST_BESIDE = 0.015;

	/**
	 * Looks at the values of a tile.
	 * <p>
	 * Clipping piles values up at the end, and leaves values right beside it. Few photons pile up at the lower end too,
	 * but leave a gap beside it.
	 * </p>
	 *
	 * @param values NaN where unknown
	 * @param variance of the values as second differences see it
	 */
	static Clipping of(final double[] values, final double variance, final double lowest, final double highest) {
		final double near = lowest + NEAR * Math.sqrt(variance);
		int count = 0;
		int low = 0;
		int beside = 0;
		int high = 0;
		for (int i = 0; i < values.length; i++) {
			if (Double.isNaN(values[i])) continue;
			count++;
			if (values[i] == lowest) low++;
			else if (values[i] <= near) beside++;
			if (values[i] == highest) high++;
		}
		if (low > LEAST * count && low > beside && beside > LEAST_BESIDE * low) return LOW;
		return high > LEAST * count ? HIGH : NONE;
	}
}
