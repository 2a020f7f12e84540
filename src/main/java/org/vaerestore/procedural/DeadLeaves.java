package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Leaves of all sizes on top of each other, which have the statistics of natural pictures (Lee, Mumford and Huang, IJCV
 * 41, 2001).
 */
final class DeadLeaves implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, random.nextDouble());
		final double smallest = Draws.logUniform(random, 1.5, 8);
		final int count = (int) (side * side / (smallest * smallest) * random.nextDouble(0.3, 1.2));
		final double textured = random.nextDouble(0, 0.4), wave = random.nextBoolean() ? 0 : random.nextDouble(0.25);
		final boolean shaded = random.nextBoolean();
		for (int i = 0; i < count; i++) {
			final double level = random.nextDouble();
			final FractalNoise texture = new FractalNoise(random.nextLong());
			final double grain = Draws.logUniform(random, 2, 30), rough = textured * random.nextDouble();
			final double slope = shaded ? random.nextDouble(-0.4, 0.4) : 0;
			canvas.ellipse(Ellipse.around(side * random.nextDouble(-0.1, 1.1), side * random.nextDouble(-0.1, 1.1), Draws
				.scaleFree(random, smallest, side / 2.0), wave, random), (x, y, before, inside) -> level + slope * inside +
					(rough < 0.02 ? 0 : rough * texture.at(x / grain, y / grain, 0, 3)));
		}
		return canvas.values();
	}
}
