package org.vaerestore.vae.noise;

/**
 * How well a predicted signal explains observed values, with the gradients that training needs.
 * <p>
 * All values are in units of the network. The prediction of a pixel is a mean and the logarithm of a variance; the
 * noise of the observation comes on top of that. Implementations are immutable, allocate nothing per pixel, and may be
 * used by many threads.
 * </p>
 */
public interface Likelihood {

	/**
	 * Computes the negative log-likelihood of pixels {@code from} (inclusive) to {@code to} (exclusive).
	 *
	 * @param target observed values
	 * @param mean predicted signal
	 * @param logVariance natural logarithm of the predicted signal's variance, bounded by the caller
	 * @param weight of each pixel, 0 or more; a pixel of weight 0 is not looked at and gets gradients 0
	 * @param from first pixel
	 * @param to pixel after the last
	 * @param extraVariance variance of Gaussian noise of each observation, 0 or more; a likelihood that has a noise model
	 *          of its own takes that instead
	 * @param scale factor for the gradients, such as 1 over the sum of the weights
	 * @param gradMean is set to {@code scale} times the derivative of the result by {@code mean}
	 * @param gradLogVariance is set to {@code scale} times the derivative of the result by {@code logVariance}
	 * @return sum over the pixels of weight times negative log-likelihood, in nats, not scaled
	 */
	double evaluate(float[] target, float[] mean, float[] logVariance, float[] weight, int from, int to,
		float[] extraVariance, double scale, float[] gradMean, float[] gradLogVariance);
}
