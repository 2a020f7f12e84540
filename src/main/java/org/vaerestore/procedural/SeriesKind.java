package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A kind of planes that are seen together. */
interface SeriesKind {

	/**
	 * Draws planes.
	 *
	 * @param side of the square planes in pixels
	 * @param planes how many there are
	 * @param random decides everything
	 * @return row-major, in any units that they share; first the plane that the others stand beside, then the nearest ones
	 */
	float[][] draw(int side, int planes, SplittableRandom random);
}
