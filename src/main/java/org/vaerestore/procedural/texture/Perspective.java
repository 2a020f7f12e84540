package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * A texture on a plane that is seen at a slant: drawn out along a direction, and larger where it is nearer. It is nowhere
 * finer than the texture itself.
 *
 * @param axis towards which the plane comes nearer
 * @param side of the picture in pixels
 * @param nearer how many times larger the texture is at the near end of the picture than at the far one
 * @param stretch how many times it is longer across the axis
 */
record Perspective(Texture texture, Axis axis, int side, double nearer, double stretch) implements Texture {

	static Texture draw(final Texture texture, final int side, final SplittableRandom random) {
		return new Perspective(texture, Axis.draw(random), side, random.nextInt(3) == 0 ? 1 : Draws.logUniform(random, 1.2, 4),
			random.nextDouble(1, 2.2));
	}

	@Override
	public double at(final double x, final double y) {
		final double far = axis.along(x - side / 2.0, y - side / 2.0) + side / 2.0;
		final double size = Math.max(1, 1 + (nearer - 1) * far / side);
		return texture.at(far / size, axis.across(x - side / 2.0, y - side / 2.0) / (size * stretch));
	}
}
