package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** Striated muscle: fibres side by side, banded by their sarcomeres, which are a little out of step from fibril to fibril. */
final class Muscle implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Texture bands = Textures.sarcomeres(side, random);
		final double angle = random.nextDouble(Math.PI), cos = Math.cos(angle), sin = Math.sin(angle);
		final double fibre = side * random.nextDouble(0.12, 0.6), gap = random.nextDouble(0.5, 3), bent = fibre * random
			.nextDouble(0.3), length = side * random.nextDouble(0.4, 1);
		final double faint = random.nextDouble(0.1, 0.5);
		final FractalNoise bend = new FractalNoise(random.nextLong()), levels = new FractalNoise(random.nextLong());
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final double x = i % side, y = i / side;
			final double along = x * cos + y * sin, across = y * cos - x * sin + bent * bend.at(x / length, y / length, 0, 2);
			final double place = across / fibre, column = Math.floor(place);
			final double level = 0.6 + 0.4 * levels.at(0.5, 0.5 + 7 * column, 0.5, 1);
			final double edge = Math.min(place - column, column + 1 - place) * fibre / gap;
			final double wall = edge < 1 ? edge : 1;
			values[i] = (float) (wall * level * (1 - faint + faint * bands.at(along + 1000 * level, across)));
		}
		return values;
	}
}
