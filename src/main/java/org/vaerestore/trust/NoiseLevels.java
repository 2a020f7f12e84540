package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * How strong differences between input and result are beside what is expected of them, by signal level: of residuals, beside the
 * noise model, of pixels that were hidden and predicted, beside the predicted standard deviation.
 *
 * @param levels groups of equal size, darkest first
 * @param ratio root mean square of all differences, each in units of its own expected one, five at most: 1 if all that was taken away is
 *          noise, or somewhat less, as an estimate follows the noise a little
 */
public record NoiseLevels(List<Level> levels, double ratio) {

	private static final int LEVELS = 10;
	private static final double FAR = 5;

	/**
	 * Differences at one signal level.
	 *
	 * @param signal mean of the result, in units of the image
	 * @param expected expected standard deviation, in units of the image
	 * @param found root mean square of the differences without their mean, in units of the image
	 */
	public record Level(double signal, double expected, double found) {
	}

	/** Copies the list. */
	public NoiseLevels {
		levels = List.copyOf(levels);
	}

	/**
	 * Measures.
	 *
	 * @param input finite values, at least one
	 * @param result of the same pixels
	 * @param deviation expected standard deviation of the difference, above 0
	 */
	static NoiseLevels of(final float[] input, final float[] result, final float[] deviation) {
		final Order order = Order.of(result);
		final List<Level> levels = new ArrayList<>();
		double squares = 0;
		for (int group = 0; group < LEVELS; group++) {
			final int[] pixels = order.group(group, LEVELS);
			if (pixels.length == 0) continue;
			double signal = 0, expected = 0, sum = 0, sumOfSquares = 0;
			for (final int i : pixels) {
				final double residual = (double) input[i] - result[i];
				final double variance = (double) deviation[i] * deviation[i];
				signal += result[i];
				expected += variance;
				sum += residual;
				sumOfSquares += residual * residual;
				final double scaled = residual * residual / variance;
				// A few specks must not hide what all others say.
			squares += Math.min(scaled, FAR * FAR);
			}
			final int n = pixels.length;
			levels.add(new Level(signal / n, Math.sqrt(expected / n), Math.sqrt(Math.max(0, sumOfSquares / n - sum / n * sum /
				n))));
		}
		return new NoiseLevels(levels, Math.sqrt(squares / input.length));
	}
}
