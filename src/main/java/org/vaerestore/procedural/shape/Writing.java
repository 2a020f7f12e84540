package org.vaerestore.procedural.shape;

import org.vaerestore.procedural.texture.Texture;

/**
 * Letters within a box.
 *
 * @param box in which they stand
 * @param letters 1 where there is ink, -1 where there is none
 */
record Writing(Shape box, Texture letters) implements Shape {

	@Override
	public double x() {
		return box.x();
	}

	@Override
	public double y() {
		return box.y();
	}

	@Override
	public double reach() {
		return box.reach();
	}

	@Override
	public double depth(final double px, final double py) {
		final double depth = box.depth(px, py);
		// Half a pixel on either side of the border is where letters are neither there nor not.
		return depth < -0.5 ? depth : Math.min(depth, letters.at(px - box.x(), py - box.y()) / 2);
	}
}
