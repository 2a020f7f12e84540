package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

/**
 * Two gratings on each other.
 *
 * @param product whether they are multiplied, else the brighter one is seen
 */
record Crossed(Texture first, Texture second, boolean product) implements Texture {

	static Texture draw(final SplittableRandom random) {
		return new Crossed(Grating.draw(random), Grating.draw(random), random.nextBoolean());
	}

	@Override
	public double at(final double x, final double y) {
		final double a = first.at(x, y), b = second.at(x, y);
		return product ? a * b : Math.max(a, b);
	}
}
