package org.vaerestore.predict;

import org.vaerestore.tiles.Cutout;
import org.vaerestore.tiles.Region;

/**
 * Where a plane lies in a larger one that it is a part of.
 *
 * @param x its first column in the larger plane, a multiple of the granularity of networks
 * @param y its first row
 */
public record Place(int x, int y) {

	/** That of a plane which is no part. */
	public static final Place WHOLE = new Place(0, 0);

	/** Returns where planes of a part of an image lie. */
	public static Place of(final Cutout cutout) {
		return new Place(cutout.x(), cutout.y());
	}

	Region of(final Region region) {
		return new Region(x + region.x(), y + region.y(), region.width(), region.height());
	}
}
