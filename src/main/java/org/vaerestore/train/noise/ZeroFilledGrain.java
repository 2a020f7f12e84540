package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Noise of an image that was made larger by zeros around its spectrum, as of magnetic resonance: it ends at a frequency
 * along each axis, abruptly or smoothly.
 */
final class ZeroFilledGrain implements Grain {

	private static final int REACH = 10;
	/** How much larger it became: twice, most often. */
	private static final double LEAST = 1.2, MOST = 2.5, TWICE = 0.6, SQUARE = 0.7;
	private static final double SMOOTH = 0.5;

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final double factorX = factor(random);
		final double factorY = random.nextDouble() < SQUARE ? factorX : random.nextBoolean() ? 1 : factor(random);
		final boolean smooth = random.nextDouble() < SMOOTH;
		return new AxisKernels(sinc(factorX, smooth), sinc(factorY, smooth)).draw(side, count, random);
	}

	private static double factor(final SplittableRandom random) {
		return random.nextDouble() < TWICE ? 2 : Draws.logUniform(random, LEAST, MOST);
	}

	/** Returns a low-pass filter that is cut off by a window of Hann's, which is narrower for a smooth end. */
	private static double[] sinc(final double factor, final boolean smooth) {
		final double[] sinc = new double[2 * REACH + 1];
		final double window = smooth ? Math.min(REACH + 1, 2 * factor) : REACH + 1;
		double squares = 0;
		for (int i = 0; i < sinc.length; i++) {
			final int distance = Math.abs(i - REACH);
			final double phase = Math.PI * distance / factor;
			sinc[i] = distance >= window ? 0 : (distance == 0 ? 1 : Math.sin(phase) / phase) * (0.5 + 0.5 * Math.cos(Math.PI *
				distance / window));
			squares += sinc[i] * sinc[i];
		}
		for (int i = 0; i < sinc.length; i++)
			sinc[i] /= Math.sqrt(squares);
		return sinc;
	}
}
