package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Fibres such as those of a cell's skeleton, from a few to a dense felt, on a diffuse ground. */
final class Fibres implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, 0);
		final int count = (int) Draws.logUniform(random, 6, 150);
		final double axis = random.nextDouble(Math.PI), spread = random.nextBoolean() ? Math.PI : random.nextDouble(0.1, 0.8);
		final double wander = Draws.logUniform(random, 0.001, 0.03), sigma = Draws.logUniform(random, 0.5, 2);
		for (int i = 0; i < count; i++)
			canvas.curve(side * random.nextDouble(), side * random.nextDouble(), axis + spread * random.nextDouble(-1, 1), side *
				random.nextDouble(0.2, 1.5), wander, sigma * random.nextDouble(0.8, 1.3), Math.exp(0.6 * random.nextGaussian()),
				random);
		final FractalNoise ground = new FractalNoise(random.nextLong());
		final double strength = random.nextDouble(0, 0.8), coarse = random.nextDouble(20, 80);
		final float[] values = canvas.values();
		for (int i = 0; i < values.length; i++)
			values[i] += (float) (strength * (0.5 + ground.at(i % side / coarse, i / side / coarse, 0, 3)));
		return values;
	}
}
