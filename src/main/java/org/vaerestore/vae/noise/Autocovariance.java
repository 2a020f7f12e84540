package org.vaerestore.vae.noise;

/**
 * How the values of noise at two pixels go together, by their distance; beyond two pixels as if the noise had been
 * blurred.
 */
final class Autocovariance {

	/** That of noise of variance 1 of which no pixel tells of another. */
	static final Autocovariance WHITE = of((x, y) -> x == 0 && y == 0 ? 1 : 0);

	private static final int NEAR = 2;
	private static final int WIDE = 2 * NEAR + 1;
	/** Above this correlation of neighbours, a tail is that of this one. */
	private static final double MOST = 0.9;
	/** Of the distance, in the exponent of a tail: that of exponentials and of Gaussians. */
	private static final double LEAST_POWER = 1, MOST_POWER = 2;

	/** The covariance of a second difference of white noise with one farther along the axis, as a share of its variance. */
	private static final double[] SECOND_DIFFERENCE = { 1, -4 / 6.0, 1 / 6.0 };

	/** Covariances by distance, [y, x], from -2 to 2. */
	private final double[] near = new double[WIDE * WIDE];

	private Autocovariance() {}

	/** A covariance at a distance. */
	@FunctionalInterface
	interface AtDistance {

		/** Returns it. */
		double at(int dx, int dy);
	}

	/** Returns that of which the values up to two pixels along both axes are given. */
	static Autocovariance of(final AtDistance covariance) {
		final Autocovariance result = new Autocovariance();
		for (int i = 0; i < WIDE * WIDE; i++)
			result.near[i] = covariance.at(i % WIDE - NEAR, i / WIDE - NEAR);
		return result;
	}

	double variance() {
		return at(0, 0);
	}

	/** Returns the covariance of pixels at any distance. */
	double at(final int dx, final int dy) {
		if (Math.abs(dx) <= NEAR && Math.abs(dy) <= NEAR) return near[(dy + NEAR) * WIDE + dx + NEAR];
		return variance() * tail(dx, dy);
	}

	/** Returns the correlation of pixels at any distance. */
	double correlation(final int dx, final int dy) {
		return at(dx, dy) / variance();
	}

	/** Returns the correlation of pixels that are farther apart, as it goes on along the axes from what is near. */
	private double tail(final int dx, final int dy) {
		return tail(dx, near(1, 0), near(2, 0)) * tail(dy, near(0, 1), near(0, 2));
	}

	/** Returns a correlation that falls as that of a Gaussian blur, or more slowly if the second neighbour's does, along a line. */
	private static double tail(final int distance, final double first, final double second) {
		if (distance == 0) return 1;
		if (first == 0) return 0;
		final double power = second <= 0 ? MOST_POWER : Math.log(Math.log(second) / Math.log(first)) / Math.log(2);
		return Math.pow(first, Math.pow(Math.abs(distance), Math.max(LEAST_POWER, Math.min(MOST_POWER, power))));
	}

	private double near(final int dx, final int dy) {
		return variance() > 0 ? Math.min(MOST, Math.max(0, at(dx, dy) / variance())) : 0;
	}

	/** Returns the largest correlation, or the strongest opposite one, of two pixels. */
	double strongest() {
		double most = 0;
		for (int i = 0; i < near.length; i++)
			if (i != near.length / 2) most = Math.max(most, Math.abs(near[i]) / variance());
		return most;
	}

	/** Returns what second differences along both axes see, as a share of what they see of white noise. */
	double highPass() {
		double sum = 0;
		for (int y = -NEAR; y <= NEAR; y++)
			for (int x = -NEAR; x <= NEAR; x++)
				sum += SECOND_DIFFERENCE[Math.abs(x)] * SECOND_DIFFERENCE[Math.abs(y)] * at(x, y);
		return sum / variance();
	}

	/** Returns the share of the variance that is within square cells, about their means. */
	double within(final int side) {
		double sum = 0;
		for (int y = 1 - side; y < side; y++)
			for (int x = 1 - side; x < side; x++)
				sum += (double) (side - Math.abs(x)) * (side - Math.abs(y)) * at(x, y);
		return 1 - sum / variance() / Math.pow(side, 4);
	}

	/** Returns the correlations; those of a noise without any variance are 0. */
	NoiseCorrelations correlations() {
		final float[] lags = new float[NoiseCorrelations.LAGS];
		for (int i = 0; i < lags.length; i++) {
			final double correlation = correlation(NoiseCorrelations.dx(i), NoiseCorrelations.dy(i));
			lags[i] = Double.isNaN(correlation) ? 0 : (float) Math.max(-1, Math.min(1, correlation));
		}
		return new NoiseCorrelations(lags, 0, 0);
	}
}
