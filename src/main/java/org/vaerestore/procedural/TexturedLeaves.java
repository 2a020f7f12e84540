package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/**
 * Leaves of all sizes and forms on top of each other, most of them with textures, and some before others that are out of
 * focus: dead leaves with which a network learns photographs (Achddou, Gousseau and Ladjal, 2021 to 2023) and the
 * textures, geometry and depth that VibrantLeaves (arXiv 2504.10201) adds.
 */
final class TexturedLeaves implements Kind {

	/** Smaller leaves have no texture: it would not be seen. */
	private static final double LEAST_TEXTURED = 3;
	private static final double DEEP = 0.2, SOFT = 0.08;

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Texture[] textures = new Texture[random.nextInt(3, 15)];
		for (int i = 0; i < textures.length; i++)
			textures[i] = Textures.draw(side, random);
		final float[] picture = pile(side, Draws.logUniform(random, 0.05, 1), true, textures, random).values();
		if (random.nextDouble() >= DEEP) return picture;
		final double sigma = Draws.logUniform(random, 0.6, 4);
		final Pile front = pile(side, Draws.logUniform(random, 0.002, 0.05), false, textures, random);
		return random.nextBoolean() ? front.before(GaussianBlur.blur(picture, side, side, sigma), 0) : front.before(picture,
			sigma);
	}

	/** Lays leaves; density is how many there are, in squares of the size of the smallest. */
	private static Pile pile(final int side, final double density, final boolean filled, final Texture[] textures,
		final SplittableRandom random)
	{
		final Pile pile = new Pile(side);
		final double smallest = Draws.logUniform(random, 2, 30), largest = side * random.nextDouble(0.3, 0.8);
		final int count = (int) (side * side / (smallest * smallest) * density) + 3;
		final Shapes shapes = Shapes.draw(random);
		final Tones tones = Tones.draw(random);
		for (int i = 0; i < count && !pile.closed(); i++) {
			final double x = side * random.nextDouble(-0.1, 1.1), y = side * random.nextDouble(-0.1, 1.1), radius = Draws
				.scaleFree(random, smallest, largest);
			final Shape shape = shapes.at(x, y, radius, random);
			// Shadows and what is out of focus by itself have soft borders.
			final double soft = random.nextDouble() < SOFT ? Draws.logUniform(random, 1.5, 10) : 1;
			pile.lay(shape, surface(x, y, radius, tones, textures, random), soft);
		}
		if (filled) pile.fill(surface(side / 2.0, side / 2.0, side, tones, textures, random));
		return pile;
	}

	private static Texture surface(final double x, final double y, final double radius, final Tones tones,
		final Texture[] textures, final SplittableRandom random)
	{
		final double contrast = radius < LEAST_TEXTURED ? 0 : tones.contrast(random);
		return Surface.draw(x, y, Math.max(radius, 8), tones.level(random), contrast, Textures.elsewhere(
			textures[random.nextInt(textures.length)], random), random);
	}
}
