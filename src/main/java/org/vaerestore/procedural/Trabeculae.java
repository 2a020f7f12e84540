package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** Spongy bone as a scanner or a radiograph shows it: a network of struts and plates within a dense shell, in soft tissue. */
final class Trabeculae implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Pile pile = new Pile(side);
		final double tissue = random.nextDouble(0.1, 0.4), marrow = tissue + random.nextDouble(-0.1, 0.2);
		final int bones = random.nextInt(1, 5);
		final Shapes shapes = Shapes.rounded(random);
		for (int i = 0; i < bones; i++) {
			final Shape bone = shapes.at(side * random.nextDouble(0.2, 0.8), side * random.nextDouble(0.2, 0.8), side * random
				.nextDouble(0.15, 0.5), random);
			final Texture struts = Textures.network(side, random);
			pile.lay(bone.within(Draws.logUniform(random, 1, 8)), new Surface(0, 0, marrow + 0.2, 0, 0, random.nextDouble(0.05,
				0.3), struts), 1.5);
			final double shell = random.nextDouble(0.7, 1);
			pile.lay(bone, (x, y) -> shell, 1);
		}
		final Texture fibres = Textures.noise(side, random);
		pile.fill(new Surface(0, 0, tissue, 0, 0, random.nextDouble(0.1), fibres));
		return pile.values();
	}
}
