package org.vaerestore.procedural.shape;

/**
 * What lies deeper in a shape than a rim.
 *
 * @param rim its width, in pixels
 */
record Inset(Shape shape, double rim) implements Shape {

	@Override
	public double x() {
		return shape.x();
	}

	@Override
	public double y() {
		return shape.y();
	}

	@Override
	public double reach() {
		return shape.reach();
	}

	@Override
	public double depth(final double px, final double py) {
		return shape.depth(px, py) - rim;
	}
}
