package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** Mitochondria in an electron micrograph: membranes round folds that lie close to each other, on a grainy ground. */
final class Mitochondria implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Pile pile = new Pile(side);
		final double membrane = Draws.logUniform(random, 0.8, 2.5), matrix = random.nextDouble(0.3, 0.7), dark = matrix - random
			.nextDouble(0.15, 0.3), ground = random.nextDouble(0.55, 0.9), radius = side * Draws.logUniform(random, 0.06, 0.25);
		final Texture[] folds = new Texture[4];
		for (int i = 0; i < folds.length; i++)
			folds[i] = Textures.lamellae(side, random);
		final double contrast = random.nextDouble(0.05, 0.25);
		final Shapes shapes = Shapes.rounded(random);
		final int count = random.nextInt(2, 30);
		for (int i = 0; i < count && !pile.closed(); i++) {
			final Shape body = shapes.at(side * random.nextDouble(), side * random.nextDouble(), radius * random.nextDouble(0.5,
				1.5), random);
			pile.lay(body.within(3 * membrane), new Surface(0, 0, matrix, 0, 0, contrast, Textures.elsewhere(folds[random.nextInt(
				folds.length)], random)), 1);
			pile.lay(body.within(2 * membrane), (x, y) -> dark, 1);
			pile.lay(body.within(membrane), (x, y) -> ground, 1);
			pile.lay(body, (x, y) -> dark, 1);
		}
		pile.fill(new Surface(0, 0, ground, 0, 0, random.nextDouble(0.02, 0.12), Textures.noise(side, random)));
		return pile.values();
	}
}
