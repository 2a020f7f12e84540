package org.vaerestore.predict;

import org.vaerestore.tiles.Region;

/** Takes what a model says of a plane, some rows at a time, from top to bottom. */
@FunctionalInterface
public interface ResultRows {

	/**
	 * Takes rows.
	 *
	 * @param rows whole rows of the plane
	 * @param estimate of them, in units of the image
	 */
	void accept(Region rows, SignalEstimate estimate);
}
