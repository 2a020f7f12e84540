package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A cut through a body as a scanner shows it: nested tissues with smooth shading, folds, a dark outside. */
final class Anatomy implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, 0);
		final FractalNoise shade = new FractalNoise(random.nextLong()), folds = new FractalNoise(random.nextLong());
		final double radius = side * random.nextDouble(0.3, 0.8), grain = Draws.logUniform(random, 8, 30), ridge = random
			.nextDouble(4, 14);
		final double x0 = side * random.nextDouble(0.2, 0.8), y0 = side * random.nextDouble(0.2, 0.8);
		final int layers = random.nextInt(2, 6);
		for (int layer = 0; layer < layers; layer++) {
			final double level = random.nextDouble(), shading = random.nextDouble(0.3), folded = layer == layers - 1 ? random
				.nextDouble(0.1, 0.4) : 0;
			canvas.ellipse(Ellipse.around(x0, y0, radius * Math.pow(random.nextDouble(0.75, 0.93), layer), 0.05, random), (x, y,
				before, inside) -> level + shading * shade.at(x / 60.0, y / 60.0, layerDepth(level), 2) + (folded == 0 ? 0 : folded *
					Math.tanh(3 * Math.sin(ridge * folds.at(x / grain, y / grain, 0, 2)))));
		}
		final int organs = random.nextInt(2, 25);
		for (int i = 0; i < organs; i++) {
			final double level = random.nextDouble();
			canvas.ellipse(Ellipse.around(x0 + 0.6 * radius * random.nextGaussian(), y0 + 0.6 * radius * random.nextGaussian(),
				Draws.scaleFree(random, 1.5, side / 6.0), 0.1, random), (x, y, before, inside) -> level);
		}
		return canvas.values();
	}

	private static double layerDepth(final double level) {
		return 100 * level;
	}
}
