package org.vaerestore.predict;

import org.vaerestore.vae.noise.NoiseCorrelations;

/** The power that noise of variance 1 is expected to have in each coefficient of a {@link BlockSpectrum}. */
final class NoiseSpectrum {

	/** Correlations to two pixels leave the power of fine noise open where there is next to none. */
	private static final double LEAST = 0.25;
	private static final int REACH = 2;

	private NoiseSpectrum() {}

	/** Returns the power of each coefficient: that of white noise, turned by correlations, and what rows and columns share. */
	static float[] of(final NoiseCorrelations correlations) {
		final double[][] lags = lags(correlations);
		final double white = overlap(0) * overlap(0);
		final float[] power = new float[BlockSpectrum.SIZE];
		for (int k = 0; k < power.length; k++) {
			final int across = k % BlockSpectrum.ACROSS, down = k / BlockSpectrum.ACROSS;
			double pixels = 0;
			for (int dy = -REACH; dy <= REACH; dy++)
				for (int dx = -REACH; dx <= REACH; dx++)
					pixels += lags[dy + REACH][dx + REACH] * overlap(dx) * overlap(dy) * Math.cos(2 * Math.PI * (across * dx + down * dy) /
						BlockSpectrum.SIDE);
			power[k] = (float) (Math.max(LEAST * white, pixels) + overlap(0) * (correlations.rows() * correlations.rows() * line(
				across) + correlations.columns() * correlations.columns() * line(down)));
		}
		return power;
	}

	/** Returns the correlations by distance; those of a knight's move are what noise has that is independent along x and y. */
	private static double[][] lags(final NoiseCorrelations correlations) {
		final double[][] lags = new double[2 * REACH + 1][2 * REACH + 1];
		lags[REACH][REACH] = 1;
		for (int lag = 0; lag < NoiseCorrelations.LAGS; lag++) {
			final int dx = NoiseCorrelations.dx(lag), dy = NoiseCorrelations.dy(lag);
			lags[REACH + dy][REACH + dx] = lags[REACH - dy][REACH - dx] = correlations.lags()[lag];
		}
		for (int y = 0; y <= 2 * REACH; y++)
			for (int x = 0; x <= 2 * REACH; x++)
				if (Math.abs((x - REACH) * (y - REACH)) == REACH) lags[y][x] = lags[y][REACH] * lags[REACH][x];
		return lags;
	}

	/** Returns what the window and the window moved by a distance have in common along one axis. */
	private static double overlap(final int distance) {
		double sum = 0;
		for (int i = 0; i + Math.abs(distance) < BlockSpectrum.SIDE; i++)
			sum += BlockSpectrum.window(i) * BlockSpectrum.window(i + Math.abs(distance));
		return sum;
	}

	/** Returns the power of the window itself, which is that of a value that a whole line shares. */
	private static double line(final int frequency) {
		double re = 0, im = 0;
		for (int i = 0; i < BlockSpectrum.SIDE; i++) {
			final double angle = 2 * Math.PI * frequency * i / BlockSpectrum.SIDE;
			re += BlockSpectrum.window(i) * Math.cos(angle);
			im += BlockSpectrum.window(i) * Math.sin(angle);
		}
		return re * re + im * im;
	}
}
