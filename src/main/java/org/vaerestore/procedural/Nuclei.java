package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Nuclei: textured bodies with bright foci and dark nucleoli on a dim ground, and some out of focus. */
final class Nuclei implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, 0.02 + 0.1 * random.nextDouble());
		final int count = random.nextInt(2, 22);
		final double radius = side * random.nextDouble(0.04, 0.16), rough = random.nextDouble(0.1, 0.8);
		final double grain = Draws.logUniform(random, 2, 14);
		for (int i = 0; i < count; i++) {
			final double x = side * random.nextDouble(), y = side * random.nextDouble(), r = radius * random.nextDouble(0.7,
				1.4);
			final double level = Math.exp(0.4 * random.nextGaussian()), rim = random.nextDouble(-0.3, 0.5);
			final FractalNoise chromatin = new FractalNoise(random.nextLong());
			canvas.ellipse(Ellipse.around(x, y, r, 0.08, random), (u, v, before, inside) -> level * (0.6 + rim * Math.exp(-8 *
				inside) + rough * chromatin.at(u / grain, v / grain, 0, 3)));
			final int foci = random.nextInt(0, 9);
			final double brightest = Draws.logUniform(random, 1, 4);
			for (int f = 0; f < foci; f++)
				canvas.spot(x + 0.4 * r * random.nextGaussian(), y + 0.4 * r * random.nextGaussian(), r * random.nextDouble(0.04,
					0.25), level * random.nextDouble(-0.4, brightest));
		}
		final int blurred = random.nextInt(count + 1);
		for (int i = 0; i < blurred; i++)
			canvas.spot(side * random.nextDouble(), side * random.nextDouble(), radius * random.nextDouble(0.4, 0.9), random
				.nextDouble(0.4));
		return canvas.values();
	}
}
