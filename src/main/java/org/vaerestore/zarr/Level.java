package org.vaerestore.zarr;

import java.util.List;

import org.vaerestore.zarr.array.ZarrArray;

/**
 * One resolution of an image; all axes x first.
 *
 * @param array its pixels
 * @param scale distance of two pixels along each axis, in the unit of the axis
 * @param translation position of the first pixel's centre along each axis, in the unit of the axis
 */
public record Level(ZarrArray array, List<Double> scale, List<Double> translation) {

	/** Copies the lists. */
	public Level {
		scale = List.copyOf(scale);
		translation = List.copyOf(translation);
	}
}
