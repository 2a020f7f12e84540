package org.vaerestore.train;

import java.util.Arrays;

import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * A power spectrum of noise of variance 1, on a small grid of frequencies that repeats itself.
 *
 * @param power at each frequency, row by row, 0 or more
 */
record NoiseSpectrum(double[] power) {

	/** Odd, so that there is a pixel in the middle of the filter. */
	private static final int SIDE = 19;
	private static final int AREA = SIDE * SIDE;
	private static final int ROUNDS = 200;
	private static final double[] COS = new double[SIDE], SIN = new double[SIDE];

	static {
		for (int i = 0; i < SIDE; i++) {
			COS[i] = Math.cos(2 * Math.PI * i / SIDE);
			SIN[i] = Math.sin(2 * Math.PI * i / SIDE);
		}
	}

	/**
	 * Returns a spectrum of noise that correlates so, or as nearly so as noise can.
	 * <p>
	 * Not all correlations are told, and those that are may be of no noise. So it is demanded in turn
	 * that these are as told, and that no power is negative, until both agree (alternating projections).
	 * </p>
	 */
	static NoiseSpectrum of(final NoiseCorrelations told) {
		final float[] lags = told.lags();
		double[] covariances = new double[AREA];
		double[] power = new double[AREA];
		for (int round = 0; round < ROUNDS; round++) {
			covariances[0] = 1;
			for (int lag = 0; lag < lags.length; lag++) {
				final int dx = NoiseCorrelations.dx(lag), dy = NoiseCorrelations.dy(lag);
				covariances[index(dx, dy)] = covariances[index(-dx, -dy)] = lags[lag];
			}
			power = transformed(covariances);
			for (int i = 0; i < AREA; i++)
				power[i] = Math.max(0, power[i]);
			covariances = transformed(power);
			for (int i = 0; i < AREA; i++)
				covariances[i] /= AREA;
		}
		final double variance = Arrays.stream(power).sum() / AREA;
		for (int i = 0; i < AREA; i++)
			power[i] /= variance;
		return new NoiseSpectrum(power);
	}

	/** Returns the weights of a filter that gives white noise this spectrum, row by row, that of the pixel itself in the middle. */
	double[] filter() {
		final double[] weights = transformed(Arrays.stream(power).map(Math::sqrt).toArray()), filter = new double[AREA];
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				filter[y * SIDE + x] = weights[index(x - SIDE / 2, y - SIDE / 2)] / AREA;
		return filter;
	}

	private static int index(final int x, final int y) {
		return Math.floorMod(y, SIDE) * SIDE + Math.floorMod(x, SIDE);
	}

	/** Returns the Fourier transform of values that are the same at opposite places, which is real. */
	private static double[] transformed(final double[] values) {
		final double[] even = new double[AREA], odd = new double[AREA], result = new double[AREA];
		for (int y = 0; y < SIDE; y++)
			for (int f = 0; f < SIDE; f++)
				for (int x = 0; x < SIDE; x++) {
					even[y * SIDE + f] += values[y * SIDE + x] * COS[f * x % SIDE];
					odd[y * SIDE + f] += values[y * SIDE + x] * SIN[f * x % SIDE];
				}
		for (int g = 0; g < SIDE; g++)
			for (int y = 0; y < SIDE; y++) {
				final double cos = COS[g * y % SIDE], sin = SIN[g * y % SIDE];
				for (int f = 0; f < SIDE; f++)
					result[g * SIDE + f] += cos * even[y * SIDE + f] - sin * odd[y * SIDE + f];
			}
		return result;
	}
}
