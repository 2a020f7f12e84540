package org.vaerestore.vae.score;

/**
 * The continuous ranked probability score of two samples of a number, and its slopes. (Gneiting and Raftery, JASA 102, 2007,
 * section 4.2.)
 *
 * @param value 0 where samples and truth are one
 * @param slopeFirst derivative by the first sample
 * @param slopeSecond derivative by the second sample
 */
record RankedScore(double value, double slopeFirst, double slopeSecond) {

	/**
	 * Scores two samples.
	 *
	 * @param round differences that count as next to none, so that slopes are smooth
	 */
	static RankedScore of(final double first, final double second, final double truth, final double round) {
		final double firstFar = length(first - truth, round), secondFar = length(second - truth, round), apart = length(first -
			second, round), between = 0.5 * (first - second) / apart;
		return new RankedScore(0.5 * (firstFar + secondFar - apart - round), 0.5 * (first - truth) / firstFar - between, 0.5 * (second -
			truth) / secondFar + between);
	}

	/** As {@link Math#hypot}, which minds overflows that can't happen here, and takes ten times as long. */
	private static double length(final double a, final double b) {
		return Math.sqrt(a * a + b * b);
	}
}
