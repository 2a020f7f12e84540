package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Textures of any coarseness: clouds, patches with sharp borders, and the stripes of folded tissue. */
final class Clouds implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final FractalNoise noise = new FractalNoise(random.nextLong()), other = new FractalNoise(random.nextLong());
		final double grain = Draws.logUniform(random, 4, 60), stretch = Draws.logUniform(random, 1, 4);
		final double angle = random.nextDouble(Math.PI), cos = Math.cos(angle), sin = Math.sin(angle);
		final int octaves = random.nextInt(1, 5), form = random.nextInt(4);
		final double steep = Draws.logUniform(random, 3, 40), stripes = random.nextDouble(4, 25), edge = random.nextDouble(-0.2,
			0.2);
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final double x = i % side, y = i / side;
			final double u = (x * cos + y * sin) / grain, v = (y * cos - x * sin) / (grain * stretch);
			final double cloud = noise.at(u, v, 0, octaves);
			values[i] = (float) switch (form) {
				case 0 -> cloud;
				case 1 -> Math.exp(3 * cloud);
				case 2 -> Math.tanh(steep * (cloud - edge)) + 0.3 * other.at(x / 6, y / 6, 0, 2);
				default -> Math.sin(stripes * cloud) + 0.3 * other.at(x / 15, y / 15, 0, 3);
			};
		}
		return values;
	}
}
