package org.vaerestore.nn;

/**
 * A learning rate that warms up linearly over the first steps and decays along a cosine to a share of its peak
 * (Loshchilov and Hutter, ICLR 2017).
 *
 * @param peak highest rate
 * @param warmUpSteps steps until the peak
 * @param finalShare share of the peak that is left at the end, 0 to 1
 */
public record LearningRate(double peak, int warmUpSteps, double finalShare) {

	/**
	 * Returns the rate of a step.
	 *
	 * @param step steps done before
	 * @param progress share of the training that is done, 0 to 1
	 */
	public double at(final long step, final double progress) {
		final double warm = warmUpSteps == 0 ? 1 : Math.min(1, (step + 1.0) / warmUpSteps);
		final double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, progress))));
		return peak * warm * (finalShare + (1 - finalShare) * cosine);
	}
}
