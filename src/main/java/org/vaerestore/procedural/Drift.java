package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Where a stage is while each frame is taken.
 *
 * @param x in pixels, of each frame
 * @param y in pixels, of each frame
 */
record Drift(double[] x, double[] y) {

	/** Farthest that a frame is from its neighbour, in pixels. */
	static final double FARTHEST = 3;
	private static final double STILL = 0.25, STEADY = 0.5;

	/** Draws none, a steady one, or one that trembles; where the first frame is, is not a whole pixel. */
	static Drift draw(final double[] places, final SplittableRandom random) {
		final double x = random.nextDouble(), y = random.nextDouble(), angle = random.nextDouble(2 * Math.PI);
		final boolean still = random.nextDouble() < STILL, steady = random.nextDouble() < STEADY;
		final double speed = still ? 0 : Draws.logUniform(random, 0.1, FARTHEST), tremble = still ? 0 : steady ? 0.1 * speed : speed;
		final Drift drift = new Drift(new double[places.length], new double[places.length]);
		for (int k = 0; k < places.length; k++) {
			drift.x[k] = x + (steady ? speed * Math.cos(angle) * places[k] : 0) + tremble * random.nextDouble(-0.5, 0.5);
			drift.y[k] = y + (steady ? speed * Math.sin(angle) * places[k] : 0) + tremble * random.nextDouble(-0.5, 0.5);
		}
		return drift;
	}

	/** Returns none at all. */
	static Drift none(final int frames) {
		return new Drift(new double[frames], new double[frames]);
	}

	/** Returns by how much a scene must be wider than a frame on each side. */
	static int margin(final double[] places) {
		double farthest = 0;
		for (final double place : places)
			farthest = Math.max(farthest, Math.abs(place));
		return (int) Math.ceil(FARTHEST * farthest) + 4;
	}
}
