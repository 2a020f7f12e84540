package org.vaerestore.vae.noise;

/** A plane of any size, of which only some rows are in memory at a time. */
public interface PlaneStrips {

	/** Returns the number of columns. */
	int width();

	/** Returns the number of rows. */
	int height();

	/**
	 * Returns whole rows, NaN where they aren't known.
	 *
	 * @param top first row
	 * @param rows how many, inside the plane
	 */
	float[] read(int top, int rows);
}
