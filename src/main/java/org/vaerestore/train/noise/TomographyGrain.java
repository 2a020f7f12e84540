package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Noise of a tomogram that was reconstructed by filtered back projection with a soft or a sharp kernel: its power rises with
 * the frequency and falls where the kernel ends, so that neighbours are alike and pixels further away are opposite (Riederer,
 * Pelc, Chesler, The noise power spectrum in computed X-ray tomography, Physics in Medicine and Biology 1978).
 */
final class TomographyGrain implements Grain {

	private static final int REACH = 6;
	/** Frequencies in each half axis of the spectrum. */
	private static final int FREQUENCIES = 24;
	private static final double SOFTEST = 0.18, SHARPEST = 0.7, LEAST_EDGE = 2, MOST_EDGE = 8, MOST_BOOST = 2;

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final double end = Draws.logUniform(random, SOFTEST, SHARPEST), edge = Draws.logUniform(random, LEAST_EDGE, MOST_EDGE);
		final double boost = random.nextBoolean() ? 0 : random.nextDouble(MOST_BOOST);
		return kernel(end, edge, boost).draw(side, count, random);
	}

	/**
	 * Returns a kernel.
	 *
	 * @param end frequency at which it lets a third pass, in periods per pixel
	 * @param edge how abruptly it ends; 2 is a Gaussian
	 * @param boost how much it raises frequencies before it ends
	 */
	static Kernel kernel(final double end, final double edge, final double boost) {
		final double[][] cosines = new double[REACH + 1][FREQUENCIES];
		final double[][] amplitudes = new double[FREQUENCIES][FREQUENCIES];
		for (int f = 0; f < FREQUENCIES; f++) {
			for (int x = 0; x <= REACH; x++)
				cosines[x][f] = Math.cos(Math.PI * x * (f + 0.5) / FREQUENCIES);
			for (int g = 0; g < FREQUENCIES; g++) {
				final double frequency = Math.hypot(f + 0.5, g + 0.5) / (2 * FREQUENCIES), ratio = frequency / end;
				amplitudes[f][g] = Math.sqrt(frequency) * (1 + boost * ratio * ratio) * Math.exp(-Math.pow(ratio, edge));
			}
		}
		final double[][] half = new double[REACH + 1][FREQUENCIES];
		for (int x = 0; x <= REACH; x++)
			for (int f = 0; f < FREQUENCIES; f++)
				for (int g = 0; g < FREQUENCIES; g++)
					half[x][g] += cosines[x][f] * amplitudes[f][g];
		final double[][] response = new double[REACH + 1][REACH + 1];
		for (int x = 0; x <= REACH; x++)
			for (int y = 0; y <= REACH; y++)
				for (int g = 0; g < FREQUENCIES; g++)
					response[x][y] += half[x][g] * cosines[y][g];
		double sum = 0, windows = 0;
		for (int i = 0; i < (2 * REACH + 1) * (2 * REACH + 1); i++) {
			final int x = i % (2 * REACH + 1) - REACH, y = i / (2 * REACH + 1) - REACH;
			sum += response[Math.abs(x)][Math.abs(y)];
			windows += window(x) * window(y);
		}
		// What is cut off of the kernel would let a part of what is flat pass.
		final double flat = sum / windows;
		return Kernel.of(REACH, (x, y) -> response[Math.abs(x)][Math.abs(y)] - flat * window(x) * window(y));
	}

	private static double window(final int distance) {
		return 1 + Math.cos(Math.PI * distance / (REACH + 1));
	}
}
