package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/** Noise that a lens or a smoothing has blurred, alike in all directions or not. */
final class LensGrain implements Grain {

	private static final double SMALLEST = 0.35, LARGEST = 1.4, ROUND = 0.6, LONGEST = 2;
	/** Of a kernel in its standard deviations. */
	private static final double REACH = 2.8;

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final double across = random.nextDouble(SMALLEST, LARGEST);
		final double along = random.nextDouble() < ROUND ? across : Math.min(LARGEST, across * Draws.logUniform(random, 1,
			LONGEST));
		final double angle = random.nextDouble(Math.PI), cos = Math.cos(angle), sin = Math.sin(angle);
		return Kernel.of((int) Math.ceil(REACH * along), (x, y) -> {
			final double u = (cos * x + sin * y) / along, v = (cos * y - sin * x) / across;
			return Math.exp(-0.5 * (u * u + v * v));
		}).draw(side, count, random);
	}
}
