package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * How the intensities of a result go with those of its input.
 * <p>
 * The line is fitted to the input over the result and turned round: what an estimate of the signal leaves is uncorrelated with
 * it, whereas a line over the noisy input would be flattened by the noise alone. Noise that has remained in the result is in
 * both; its variance is taken off.
 * </p>
 *
 * @param side of the squares of pixels whose means are compared; 1 if it is pixels
 * @param slope of the result over the input; 1 where intensities are kept, NaN if they don't differ at all
 * @param slopeError standard error of the slope
 * @param offset of the line at input 0, in units of the image
 * @param inputMean mean of the input
 * @param resultMean mean of the result
 * @param range from the 0.1 to the 99.9 percentile of the input's pixels
 * @param steps the squares by how bright the result is, in groups of equal number, darkest first
 */
public record Intensities(int side, double slope, double slopeError, double offset, double inputMean, double resultMean,
	double range, List<Step> steps)
{

	private static final double TAIL = 0.001;
	private static final int STEPS = 10;

	/**
	 * Squares of similar brightness.
	 *
	 * @param inputMean mean of the input, without what it shares with the result by chance
	 * @param resultMean mean of the result
	 * @param error standard error of the difference of the two
	 */
	public record Step(double inputMean, double resultMean, double error) {

		/** Returns by how much the result is above the input. */
		public double difference() {
			return resultMean - inputMean;
		}
	}

	/** Copies the list. */
	public Intensities {
		steps = List.copyOf(steps);
	}

	/**
	 * Compares.
	 *
	 * @param input finite means, at least one
	 * @param result of the same squares
	 * @param side of the squares in pixels
	 * @param common variance of the noise that the means of input and result share, at most; half of it is taken off, the rest
	 *          counts as error
	 * @param range see there
	 */
	static Intensities of(final float[] input, final float[] result, final int side, final double common,
		final double range)
	{
		final int n = input.length;
		double inputMean = 0, resultMean = 0;
		for (int i = 0; i < n; i++) {
			inputMean += input[i];
			resultMean += result[i];
		}
		inputMean /= n;
		resultMean /= n;
		double both = 0, results = 0, inputs = 0;
		for (int i = 0; i < n; i++) {
			final double a = input[i] - inputMean, b = result[i] - resultMean;
			both += a * b / n;
			results += b * b / n;
			inputs += a * a / n;
		}
		final double chance = results > 0 ? common / 2 / results : 0;
		final double inverse = both / results - chance;
		final double rest = Math.max(0, inputs - both * both / results) / Math.max(1, n - 2);
		final double slope = results > 0 && inverse > 0 ? 1 / inverse : Double.NaN;
		return new Intensities(side, slope, slope * slope * Math.hypot(Math.sqrt(rest / results), chance), resultMean - slope *
			inputMean, inputMean, resultMean, range, steps(input, result, Double.isNaN(slope) ? 0 : chance, resultMean));
	}

	/** Compares pixels that don't share any noise, as of a prediction that has not seen them. */
	static Intensities ofPredicted(final float[] recorded, final float[] predicted) {
		return of(recorded, predicted, 1, 0, range(recorded));
	}

	/** Returns the range of values without their tails. */
	static double range(final float[] values) {
		final Order order = Order.of(values);
		return values[order.quantile(1 - TAIL)] - (double) values[order.quantile(TAIL)];
	}

	/** Returns the change of the mean, as a share of the range. */
	public double meanChange() {
		return range > 0 ? (resultMean - inputMean) / range : 0;
	}

	private static List<Step> steps(final float[] input, final float[] result, final double chance,
		final double resultMean)
	{
		final Order order = Order.of(result);
		final List<Step> steps = new ArrayList<>();
		for (int group = 0; group < STEPS; group++) {
			final int[] pixels = order.group(group, STEPS);
			if (pixels.length == 0) continue;
			double inputs = 0, results = 0, squares = 0;
			for (final int i : pixels) {
				inputs += input[i];
				results += result[i];
				squares += ((double) input[i] - result[i]) * ((double) input[i] - result[i]);
			}
			final double difference = (inputs - results) / pixels.length, mean = results / pixels.length;
			final double variance = Math.max(0, squares / pixels.length - difference * difference);
			steps.add(new Step(inputs / pixels.length - chance * (mean - resultMean), mean, Math.sqrt(variance /
				pixels.length)));
		}
		return steps;
	}
}
