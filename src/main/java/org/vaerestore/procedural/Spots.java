package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Vesicles: spots near and beyond the resolution, alone and in clusters. */
final class Spots implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, 0);
		final int clusters = random.nextInt(1, 12);
		final double sigma = Draws.logUniform(random, 0.6, 2.5), size = side * random.nextDouble(0.05, 0.3);
		for (int cluster = 0; cluster < clusters; cluster++) {
			final double x = side * random.nextDouble(), y = side * random.nextDouble();
			final int count = (int) Draws.logUniform(random, 3, 80);
			if (random.nextBoolean()) canvas.spot(x, y, size, random.nextDouble(0.05, 0.5));
			for (int i = 0; i < count; i++)
				canvas.spot(x + size * random.nextGaussian(), y + size * random.nextGaussian(), sigma * random.nextDouble(0.8,
					1.6), Math.exp(0.8 * random.nextGaussian()));
		}
		return canvas.values();
	}
}
