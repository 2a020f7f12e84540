package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A kind of picture. */
interface Kind {

	/**
	 * Draws a picture.
	 *
	 * @param side of the square picture in pixels
	 * @param random decides everything
	 * @return row-major, in any units; sharper than a lens would show it
	 */
	float[] draw(int side, SplittableRandom random);
}
