package org.vaerestore.bench;

import java.util.Arrays;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Whether an uncertainty means what it says, over the pixels that are measured.
 *
 * @param within68 share of true values within one standard deviation of the result; 0.683 if errors are normal and the
 *          uncertainty is right
 * @param within95 share of true values within 1.96 standard deviations; 0.95 likewise
 * @param correlation rank correlation of the predicted standard deviation and the absolute error
 */
public record Calibration(double within68, double within95, double correlation) {

	private static final double WIDTH95 = 1.96;
	/** Ranking more pixels than this changes nothing. */
	private static final int MOST_RANKED = 20_000;

	/**
	 * Measures.
	 *
	 * @param result of each pixel
	 * @param deviation standard deviation of each pixel
	 * @param truth of each pixel
	 * @param measured true for pixels that count; null for all
	 */
	static Calibration of(final float[] result, final float[] deviation, final float[] truth, final boolean[] measured) {
		final double[] errors = new double[result.length], deviations = new double[result.length];
		int count = 0, within68 = 0, within95 = 0;
		for (int i = 0; i < result.length; i++) {
			if (measured != null && !measured[i]) continue;
			errors[count] = Math.abs(result[i] - (double) truth[i]);
			deviations[count] = deviation[i];
			if (errors[count] <= deviations[count]) within68++;
			if (errors[count] <= WIDTH95 * deviations[count]) within95++;
			count++;
		}
		final int step = Math.max(1, count / MOST_RANKED);
		final double[] someErrors = new double[(count + step - 1) / step], someDeviations = new double[someErrors.length];
		for (int i = 0; i < someErrors.length; i++) {
			someErrors[i] = errors[i * step];
			someDeviations[i] = deviations[i * step];
		}
		final boolean ranks = someErrors.length > 1 && Arrays.stream(someDeviations).distinct().count() > 1;
		return new Calibration((double) within68 / count, (double) within95 / count, ranks ? new SpearmansCorrelation()
			.correlation(someDeviations, someErrors) : Double.NaN);
	}
}
