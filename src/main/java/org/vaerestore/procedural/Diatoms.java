package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** Shells of diatoms, scales and other things with regular pores or ribs, strewn on an even ground. */
final class Diatoms implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Pile pile = new Pile(side);
		final double ground = random.nextDouble(), rim = random.nextDouble(), thick = Draws.logUniform(random, 0.8, 5), radius =
			side * Draws.logUniform(random, 0.08, 0.5);
		final double contrast = Draws.logUniform(random, 0.04, 0.3);
		final Shapes shapes = Shapes.rounded(random);
		final int count = random.nextInt(1, 14);
		for (int i = 0; i < count && !pile.closed(); i++) {
			final double x = side * random.nextDouble(), y = side * random.nextDouble();
			final Shape shell = shapes.at(x, y, radius * random.nextDouble(0.5, 1.5), random);
			final Texture pores = Textures.lattice(side, random);
			pile.lay(shell.within(thick), Surface.draw(x, y, radius, random.nextDouble(0.2, 0.8), contrast, pores, random), 1);
			pile.lay(shell, (u, v) -> rim, 1);
		}
		pile.fill(new Surface(0, 0, ground, 0, 0, random.nextDouble(0.05), Textures.noise(side, random)));
		return pile.values();
	}
}
