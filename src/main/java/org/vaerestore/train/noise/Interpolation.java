package org.vaerestore.train.noise;

/** How a value between pixels is found from those around it, along each axis. */
enum Interpolation {
	LINEAR(1) {

		@Override
		double weight(final double distance) {
			return Math.max(0, 1 - Math.abs(distance));
		}
	},
	/** Keys, Cubic convolution interpolation for digital image processing (IEEE TASSP 1981). */
	CUBIC(2) {

		@Override
		double weight(final double distance) {
			final double d = Math.abs(distance);
			if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
			return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
		}
	};

	private static final int STEPS = 24;

	/** Distance from which on pixels have no weight. */
	private final int reach;

	Interpolation(final int reach) {
		this.reach = reach;
	}

	int reach() {
		return reach;
	}

	/** Returns the weight of a pixel at a distance. */
	abstract double weight(double distance);

	/** Returns the covariance of two values at a distance in white noise of variance 1, on average over all places. */
	double covariance(final double distance) {
		double sum = 0;
		for (int step = -reach * STEPS; step < reach * STEPS; step++) {
			final double at = (step + 0.5) / STEPS;
			sum += weight(at) * weight(at + distance);
		}
		return sum / STEPS;
	}
}
