package org.vaerestore.tiles;

/** Takes the rows of an image's planes: plane by plane from the first one, each from top to bottom. */
@FunctionalInterface
public interface RowWriter {

	/**
	 * Writes rows.
	 *
	 * @param plane index of the plane
	 * @param rows whole rows of it
	 * @param values row by row; may be changed
	 */
	void write(long plane, Region rows, float[] values);
}
