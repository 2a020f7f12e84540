package org.vaerestore.procedural.texture;

/** A pattern on an endless plane. */
@FunctionalInterface
public interface Texture {

	/** Returns the value at a point, whose coordinates are in pixels; about -1 to 1. */
	double at(double x, double y);
}
