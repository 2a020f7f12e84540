package org.vaerestore.nn;

import java.nio.FloatBuffer;

/**
 * Limits the norm of the gradient (Pascanu et al., ICML 2013).
 *
 * @param limit largest Euclidean norm that is let through unchanged
 */
public record GradientClipping(double limit) {

	/** Returns the factor, at most 1, that brings the gradient's norm to the limit; NaN if the gradient is not finite. */
	public double scale(final FloatBuffer gradients, final int from, final int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			final double g = gradients.get(i);
			sum += g * g;
		}
		if (!Double.isFinite(sum)) return Double.NaN;
		final double norm = Math.sqrt(sum);
		return norm <= limit ? 1 : limit / norm;
	}
}
