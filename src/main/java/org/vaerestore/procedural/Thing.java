package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Something that moves through the frames of a sequence.
 *
 * @param look what it looks like
 * @param x where it is at time 0, in pixels
 * @param y where it is at time 0
 * @param speedX pixels a frame
 * @param speedY pixels a frame
 * @param spin radians a frame
 * @param appears first time when it is there
 * @param ends last time when it is there
 * @param divides time from which on it is two, that move apart
 * @param apart by how many pixels they do a frame
 * @param blinks share of the frames in which it is dark
 */
record Thing(Look look, double x, double y, double speedX, double speedY, double spin, double appears, double ends,
	double divides, double apart, double blinks)
{

	/** What a thing looks like. */
	interface Look {

		/** Paints it; strength 0 for nothing to 1 for all of it. */
		void paint(float[] plane, int side, double x, double y, double angle, double strength);
	}

	private static final double APPEARS = 0.12, ENDS = 0.12, DIVIDES = 0.1, BLINKS = 0.15;

	static Thing draw(final Look look, final int side, final double speedX, final double speedY, final SplittableRandom random) {
		final double always = 100;
		return new Thing(look, side * random.nextDouble(), side * random.nextDouble(), speedX, speedY, random.nextBoolean() ? 0
			: 0.15 * random.nextGaussian(), random.nextDouble() < APPEARS ? random.nextDouble(-2, 2) : -always, random
				.nextDouble() < ENDS ? random.nextDouble(-2, 2) : always, random.nextDouble() < DIVIDES ? random.nextDouble(-3, 1)
					: always, random.nextDouble(1, 5), random.nextDouble() < BLINKS ? random.nextDouble(0.2, 0.7) : 0);
	}

	/** Paints it where it is at a time, seen from a place in the plane; trembles by some pixels. */
	void paint(final float[] plane, final int side, final double time, final double fromX, final double fromY,
		final double tremble, final SplittableRandom random)
	{
		final double u = x + speedX * time + tremble * random.nextGaussian() - fromX, v = y + speedY * time + tremble * random
			.nextGaussian() - fromY;
		final boolean dark = random.nextDouble() < blinks;
		if (dark || time < appears || time > ends) return;
		if (time <= divides) look.paint(plane, side, u, v, spin * time, 1);
		else {
			final double away = apart * (time - divides) / 2;
			look.paint(plane, side, u + away, v - away / 2, spin * time, 1);
			look.paint(plane, side, u - away, v + away / 2, -spin * time, 1);
		}
	}
}
