package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** One texture that fills the picture, in a light that changes: cloth with folds, a wall, a coat, a page of writing. */
final class TexturedPlane implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Texture texture = random.nextInt(8) == 0 ? Textures.writing(side, random) : Textures.draw(side, random);
		final FractalNoise light = new FractalNoise(random.nextLong());
		final double contrast = Draws.logUniform(random, 0.03, 0.4), level = random.nextDouble(0.2, 0.8);
		final double coarse = side * Draws.logUniform(random, 0.15, 1), stretch = Draws.logUniform(random, 1, 3);
		final double shade = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.4), uneven = random.nextBoolean() ? 0 : random
			.nextDouble();
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final int x = i % side, y = i / side;
			final double bright = shade == 0 ? 0 : light.at(x / coarse, y / (coarse * stretch), 0, 2);
			final double strength = uneven == 0 ? 1 : Math.max(0, 1 + uneven * 2 * light.at(x / coarse, y / coarse, 9.5, 1));
			values[i] = (float) ((level + contrast * strength * texture.at(x, y)) * (1 + shade * bright));
		}
		return values;
	}
}
