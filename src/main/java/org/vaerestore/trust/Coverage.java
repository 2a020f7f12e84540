package org.vaerestore.trust;

/**
 * Whether intervals hold what they promise, on pixels that were hidden and predicted.
 *
 * @param count number of pixels
 * @param within68 share of recorded values within one standard deviation of the prediction; 0.683 if intervals are right
 * @param within95 share within 1.96 standard deviations; 0.95 likewise
 * @param error root of the mean squared error, in units of the image
 * @param expected root of the mean predicted variance, in units of the image
 * @param bias mean of prediction minus recorded value, in units of the image
 * @param explained share of the recorded variance that the prediction explains; 1 is all of it
 */
public record Coverage(int count, double within68, double within95, double error, double expected, double bias,
	double explained)
{

	private static final double WIDTH95 = 1.96;

	/**
	 * Counts.
	 *
	 * @param predicted value of each pixel
	 * @param deviation standard deviation of the recorded value about the predicted one
	 * @param recorded value of each pixel
	 */
	static Coverage of(final float[] predicted, final float[] deviation, final float[] recorded) {
		final int n = predicted.length;
		int within68 = 0, within95 = 0;
		double squares = 0, variances = 0, bias = 0, sum = 0, sumOfSquares = 0;
		for (int i = 0; i < n; i++) {
			final double error = (double) predicted[i] - recorded[i];
			if (Math.abs(error) <= deviation[i]) within68++;
			if (Math.abs(error) <= WIDTH95 * deviation[i]) within95++;
			squares += error * error;
			variances += (double) deviation[i] * deviation[i];
			bias += error;
			sum += recorded[i];
			sumOfSquares += (double) recorded[i] * recorded[i];
		}
		final double variance = sumOfSquares / n - sum / n * sum / n;
		return new Coverage(n, (double) within68 / n, (double) within95 / n, Math.sqrt(squares / n), Math.sqrt(variances / n),
			bias / n, variance > 0 ? 1 - squares / n / variance : Double.NaN);
	}

	/** Returns the standard error of a share of this many pixels. */
	public double standardError(final double share) {
		return Math.sqrt(share * (1 - share) / count);
	}
}
