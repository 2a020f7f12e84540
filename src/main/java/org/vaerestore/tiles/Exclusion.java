package org.vaerestore.tiles;

/** Which pixels of an image are not to be taken for values: a {@link PlaneReader#without reader} makes NaN of them. */
@FunctionalInterface
public interface Exclusion {

	/**
	 * Makes NaN of what is excluded.
	 *
	 * @param plane index of the plane
	 * @param region inside the plane
	 * @param values of the region, row by row
	 */
	void exclude(long plane, Region region, float[] values);
}
