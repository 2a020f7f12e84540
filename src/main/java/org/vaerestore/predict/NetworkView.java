package org.vaerestore.predict;

import java.util.List;

import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Companion;

/** A plane as a network gets to see it, region by region. */
interface NetworkView {

	/** Returns the width of the plane in pixels. */
	int width();

	/** Returns the height of the plane in pixels. */
	int height();

	/**
	 * Reads a region; beyond the plane it is mirrored.
	 *
	 * @param region may reach beyond the plane
	 * @param values takes network units, finite
	 * @param visible takes 1 where a value is known, 0 where it is a fill; between, how far a fill can be trusted
	 * @return the standard deviation of the noise of the values, as a share of that of the image
	 */
	float read(Region region, float[] values, float[] visible);

	/**
	 * Returns what is seen beside a region; nothing where planes are seen alone.
	 *
	 * @param values of the region, as they were read
	 * @param visible as it was read
	 */
	default List<Companion> beside(final Region region, final float[] values, final float[] visible) {
		return List.of();
	}
}
