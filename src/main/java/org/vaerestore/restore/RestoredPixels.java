package org.vaerestore.restore;

import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.tiles.Region;

/** Takes what was restored: plane by plane, and of each plane group of holes by group of holes. */
@FunctionalInterface
public interface RestoredPixels {

	/**
	 * Takes pixels.
	 *
	 * @param plane index of the plane
	 * @param copy which of the alternatives, from 0; 0 if there are none
	 * @param region a part of the plane
	 * @param where of the region, row by row: true for the pixels that were restored
	 * @param estimate of the region, row by row; of no meaning where nothing was restored; without a deviation if that isn't
	 *          asked for
	 */
	void restored(long plane, int copy, Region region, boolean[] where, SignalEstimate estimate);

	/** Returns whether it wants to know standard deviations; if not, estimates may have none. */
	default boolean asksForDeviation() {
		return true;
	}

	/**
	 * Hears that all of a plane is hidden, and that nothing beside it is known that it could be restored from: it is left as
	 * it is.
	 *
	 * @param plane index of the plane
	 */
	default void left(final long plane) {}
}
