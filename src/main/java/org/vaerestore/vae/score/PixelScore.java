package org.vaerestore.vae.score;

/**
 * The continuous ranked probability score of each pixel by itself: it asks that truths lie among samples as often as they
 * should, and of no texture at all. (Gneiting and Raftery, JASA 102, 2007, section 4.2.)
 * <p>
 * Distances are in units of the standard deviation of what is visible.
 * </p>
 */
public record PixelScore() implements Score {

	/** Least unit, in network units, and differences that count as next to none. */
	private static final double LEAST = 0.05, ROUND = 0.02;

	@Override
	public double evaluate(final float[] first, final float[] second, final float[] truth, final boolean[] hidden,
		final int width, final double scale, final float[] firstGradient, final float[] secondGradient)
	{
		int count = 0;
		for (final boolean one : hidden)
			if (one) count++;
		final double unit = Math.max(LEAST, deviationOfVisible(truth, hidden, count)), round = ROUND * unit;
		double sum = 0;
		for (int i = 0; i < truth.length; i++) {
			firstGradient[i] = 0;
			secondGradient[i] = 0;
			if (!hidden[i]) continue;
			final double each = 1 / (unit * count);
			final RankedScore score = RankedScore.of(first[i], second[i], truth[i], round);
			sum += each * score.value();
			firstGradient[i] = (float) (scale * each * score.slopeFirst());
			secondGradient[i] = (float) (scale * each * score.slopeSecond());
		}
		return sum;
	}

	/** Of a picture of which nothing is visible, 1. */
	private static double deviationOfVisible(final float[] values, final boolean[] hidden, final int count) {
		if (count == values.length) return 1;
		double sum = 0, squares = 0;
		for (int i = 0; i < values.length; i++) {
			if (hidden[i]) continue;
			sum += values[i];
			squares += values[i] * (double) values[i];
		}
		final double mean = sum / (values.length - count);
		return Math.sqrt(Math.max(0, squares / (values.length - count) - mean * mean));
	}
}
