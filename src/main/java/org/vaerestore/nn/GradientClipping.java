package org.vaerestore.nn;

import java.nio.FloatBuffer;

/**
 * Limits the norm of the gradient (Pascanu et al., ICML 2013), and leaves out steps whose gradient is far from usual: clipped, it
 * would still go as far as any other in a direction that a single odd batch has chosen.
 */
public final class GradientClipping {

	/** Times the usual norm from which on a step is left out, and weight of the past in what is usual. */
	private static final double UNUSUAL = 10, PAST = 0.98;

	private final double limit;
	/** The usual norm; 0 before the first step. */
	private final float[] usual = new float[1];

	/**
	 * Creates it.
	 *
	 * @param limit largest Euclidean norm that is let through unchanged
	 */
	public GradientClipping(final double limit) {
		this.limit = limit;
	}

	/** Returns what it knows of the steps before; changed from outside, it knows that. */
	public float[] state() {
		return usual;
	}

	/**
	 * Returns the factor, at most 1, that brings the gradient's norm to the limit; NaN if the gradient is not finite or far from
	 * usual, and the step is to be left out.
	 */
	public double scale(final FloatBuffer gradients, final int from, final int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			final double g = gradients.get(i);
			sum += g * g;
		}
		if (!Double.isFinite(sum)) return Double.NaN;
		final double norm = Math.sqrt(sum), most = UNUSUAL * usual[0];
		final boolean first = usual[0] == 0;
		// What is unusual for long becomes usual.
		usual[0] = (float) (first ? norm : PAST * usual[0] + (1 - PAST) * Math.min(norm, most));
		if (!first && norm > most) return Double.NaN;
		return norm <= limit ? 1 : limit / norm;
	}
}
