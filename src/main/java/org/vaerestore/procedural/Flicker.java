package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * How the light and the focus of each plane differ from those of the others.
 *
 * @param gain of each plane
 * @param offset of each plane, as a share of the range of all
 * @param defocus standard deviation of the blur of each plane, in pixels
 */
record Flicker(double[] gain, double[] offset, double[] defocus) {

	private static final double STEADY = 0.4, BLEACHES = 0.5, FOCUSED = 0.7;

	static Flicker draw(final double[] places, final SplittableRandom random) {
		final int planes = places.length;
		final Flicker flicker = new Flicker(new double[planes], new double[planes], new double[planes]);
		final boolean steady = random.nextDouble() < STEADY;
		final double unequal = steady ? 0 : Draws.logUniform(random, 0.005, 0.2), ground = steady || random.nextBoolean() ? 0
			: Draws.logUniform(random, 0.003, 0.1);
		final double bleached = steady || random.nextDouble() > BLEACHES ? 0 : Draws.logUniform(random, 0.005, 0.15);
		final double focus = random.nextDouble() < FOCUSED ? 0 : random.nextDouble(0.2, 1), best = random.nextDouble(-2, 2);
		for (int k = 0; k < planes; k++) {
			flicker.gain[k] = Math.exp(unequal * random.nextGaussian() - bleached * places[k]);
			flicker.offset[k] = ground * random.nextGaussian();
			flicker.defocus[k] = focus * Math.abs(places[k] - best);
		}
		return flicker;
	}

	/** Returns the same with all planes in focus. */
	Flicker focused() {
		return new Flicker(gain, offset, new double[gain.length]);
	}

	/** Changes the planes. */
	void apply(final float[][] planes, final int side) {
		final double span = Range.span(planes);
		for (int k = 0; k < planes.length; k++) {
			if (defocus[k] > 0.25) planes[k] = GaussianBlur.blur(planes[k], side, side, defocus[k]);
			for (int i = 0; i < planes[k].length; i++)
				planes[k][i] = (float) (gain[k] * planes[k][i] + span * offset[k]);
		}
	}
}
