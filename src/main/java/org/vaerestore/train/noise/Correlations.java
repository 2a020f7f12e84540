package org.vaerestore.train.noise;

import org.vaerestore.vae.noise.NoiseCorrelations;

/** Finds {@link NoiseCorrelations} from covariances. */
final class Correlations {

	private Correlations() {}

	/** The covariance of pixels at a distance. */
	@FunctionalInterface
	interface Covariance {

		double at(int dx, int dy);
	}

	/** Returns the correlations of noise that rows and columns don't share; white ones where there is none. */
	static NoiseCorrelations of(final Covariance covariance) {
		final double variance = covariance.at(0, 0);
		// Rounding can take all noise of a flat patch.
		if (!(variance > 0)) return NoiseCorrelations.WHITE;
		final float[] lags = new float[NoiseCorrelations.LAGS];
		for (int lag = 0; lag < lags.length; lag++)
			lags[lag] = clamped(covariance.at(NoiseCorrelations.dx(lag), NoiseCorrelations.dy(lag)) / variance);
		return new NoiseCorrelations(lags, 0, 0);
	}

	/** Returns the correlations of a square patch whose mean is held to be 0. */
	static NoiseCorrelations measured(final float[] noise, final int side) {
		return of((dx, dy) -> {
			double sum = 0;
			for (int y = Math.max(0, -dy); y < side - Math.max(0, dy); y++)
				for (int x = 0; x < side - dx; x++)
					sum += noise[y * side + x] * (double) noise[(y + dy) * side + x + dx];
			return sum / ((side - Math.abs(dy)) * (side - dx));
		});
	}

	/** Returns a correlation, or the nearest that there is. */
	static float clamped(final double correlation) {
		return (float) Math.max(-1, Math.min(1, correlation));
	}
}
