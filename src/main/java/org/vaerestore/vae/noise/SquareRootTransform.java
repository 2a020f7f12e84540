package org.vaerestore.vae.noise;

/**
 * The generalised Anscombe transform, {@code 2 / gain * sqrt(gain * x + offset + 3/8 * gain²)} up to a constant, with a
 * straight line below the signal of no variance.
 * <p>
 * It is the integral of one over the standard deviation, with Anscombe's shift for low counts. Written so that it goes
 * over into division by the standard deviation as the gain goes to 0.
 * </p>
 */
final class SquareRootTransform {

	private static final double ANSCOMBE = 3.0 / 8;

	private final double gain;
	private final double constant;
	private final double knee;
	private final double rootAtKnee;
	private final double origin;
	private final double rootAtOrigin;
	private final double valueAtKnee;

	/** @param black a signal that becomes 0 if there is variance at it */
	SquareRootTransform(final PoissonGaussianNoise noise, final double black) {
		gain = noise.gain();
		constant = noise.offset() + ANSCOMBE * gain * gain;
		knee = gain == 0 ? Double.NEGATIVE_INFINITY : -noise.offset() / gain;
		rootAtKnee = Math.sqrt(ANSCOMBE) * gain;
		origin = Math.max(black, knee);
		rootAtOrigin = root(origin);
		valueAtKnee = Double.isInfinite(knee) ? knee : 2 * (knee - origin) / (rootAtKnee + rootAtOrigin);
	}

	/** The value below which the transform is a straight line; minus infinity if it is one everywhere. */
	double knee() {
		return knee;
	}

	double forward(final double x) {
		if (x < knee) return valueAtKnee + (x - knee) / rootAtKnee;
		return 2 * (x - origin) / (root(x) + rootAtOrigin);
	}

	/** The inverse of {@link #forward}; of a mean of transformed values it is the mean only about, and too low. */
	double backward(final double y) {
		if (y < valueAtKnee) return knee + (y - valueAtKnee) * rootAtKnee;
		return origin + y * (rootAtOrigin + gain * y / 4);
	}

	private double root(final double x) {
		return Math.sqrt(Math.max(gain * x + constant, rootAtKnee * rootAtKnee));
	}
}
