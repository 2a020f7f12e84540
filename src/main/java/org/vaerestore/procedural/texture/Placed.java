package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

/**
 * A texture at another place and turned.
 *
 * @param axis what was the x axis
 * @param x by how much it is shifted, in pixels
 * @param y by how much
 */
record Placed(Texture texture, Axis axis, double x, double y) implements Texture {

	static Texture draw(final Texture texture, final SplittableRandom random) {
		return new Placed(texture, Axis.draw(random), random.nextDouble(-500, 500), random.nextDouble(-500, 500));
	}

	@Override
	public double at(final double u, final double v) {
		return texture.at(axis.along(u, v) + x, axis.across(u, v) + y);
	}
}
