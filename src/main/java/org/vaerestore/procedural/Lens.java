package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** What a scene is looked at through. */
interface Lens {

	/**
	 * Returns the scene as it is seen, row-major.
	 *
	 * @param scene 0 for black to 1 for white
	 * @param side of the square scene in pixels
	 * @param random decides everything
	 */
	float[] seen(float[] scene, int side, SplittableRandom random);
}
