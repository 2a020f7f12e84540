package org.vaerestore.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether samples differ as much as the truth is open.
 *
 * @param within68 share of the hidden pixels whose truth lies within the central 68 % of samples and truth together
 * @param within95 likewise within 95 %
 * @param ranks how often the truth had each rank among the samples, from below all of them to above all, as shares
 */
record SampleSpread(double within68, double within95, List<Double> ranks) {

	private static final double WIDTH68 = 1, WIDTH95 = 1.96;

	/**
	 * Measures: intervals are those of a normal distribution with the samples' mean and standard deviation, and with the
	 * uncertainty of both.
	 */
	static SampleSpread of(final List<float[]> samples, final float[] truth, final boolean[] hidden) {
		final int n = samples.size();
		final double[] ranks = new double[n + 1];
		double within68 = 0, within95 = 0;
		int count = 0;
		for (int i = 0; i < truth.length; i++) {
			if (!hidden[i]) continue;
			count++;
			double sum = 0, squares = 0;
			int below = 0, alike = 0;
			for (final float[] sample : samples) {
				sum += sample[i];
				squares += sample[i] * (double) sample[i];
				if (sample[i] < truth[i]) below++;
				if (sample[i] == truth[i]) alike++;
			}
			for (int k = 0; k <= alike; k++)
				ranks[below + k] += 1.0 / (alike + 1);
			final double mean = sum / n, deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (n - 1) * (1 + 1.0 / n));
			final double error = Math.abs(truth[i] - mean);
			if (error <= WIDTH68 * deviation) within68++;
			if (error <= WIDTH95 * deviation) within95++;
		}
		final int all = count;
		return new SampleSpread(within68 / all, within95 / all, IntStream.rangeClosed(0, n).mapToObj(k -> ranks[k] / all).toList());
	}
}
