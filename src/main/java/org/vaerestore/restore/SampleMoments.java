package org.vaerestore.restore;

/** Mean of samples, and how far they are from something, pixel by pixel. */
final class SampleMoments {

	private double[] sums = {};
	private double[] squares = {};
	private int count;

	void add(final float[] sample) {
		if (count == 0) {
			sums = new double[sample.length];
			squares = new double[sample.length];
		}
		count++;
		for (int i = 0; i < sample.length; i++) {
			sums[i] += sample[i];
			squares[i] += (double) sample[i] * sample[i];
		}
	}

	/** Returns the mean of the samples. */
	float[] mean() {
		final float[] mean = new float[sums.length];
		for (int i = 0; i < mean.length; i++)
			mean[i] = (float) (sums[i] / count);
		return mean;
	}

	/**
	 * Returns the standard deviation that a truth has around an estimate if it is drawn as the samples are: their own, and how
	 * far their mean is from the estimate, as far as chance doesn't explain that.
	 */
	float[] around(final float[] estimate) {
		final float[] deviation = new float[sums.length];
		for (int i = 0; i < deviation.length; i++) {
			final double mean = sums[i] / count, off = mean - estimate[i], variance = count < 2 ? 0 : Math.max(0, squares[i] -
				sums[i] * mean) / (count - 1);
			// Nothing is known more exactly than numbers are.
			deviation[i] = Math.max(Math.ulp(estimate[i]), (float) Math.sqrt(variance + Math.max(off * off - variance / count, 0)));
		}
		return deviation;
	}
}
