package org.vaerestore.procedural.shape;

/** An outline in the plane; all lengths are in pixels. */
public interface Shape {

	/** Returns where its middle is. */
	double x();

	/** Returns where its middle is. */
	double y();

	/** Returns how far from its middle it reaches at most. */
	double reach();

	/** Returns about how far inside the outline a point is, below 0 outside. */
	double depth(double px, double py);

	/** Returns what is left of the shape without a rim, whose width is in pixels. */
	default Shape within(final double rim) {
		return new Inset(this, rim);
	}
}
