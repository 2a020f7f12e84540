package org.vaerestore.tiles;

/**
 * A part of a larger image that is worked on by itself, or all of an image: what is asked of it, beside what is there for context, and
 * where it lies.
 *
 * @param core of each plane, what is asked for
 * @param first index of the first plane that is asked for
 * @param count of planes that are asked for, at least 1
 * @param x column of the larger image that the part begins at
 * @param y row of the larger image that the part begins at
 * @param plane index in the larger image of the part's first plane
 * @param stride planes of the larger image from one plane of the part to the next
 * @param alike whether its results must have the same bits wherever it is worked on
 */
public record Cutout(Region core, long first, long count, int x, int y, long plane, long stride, boolean alike) {

	/** Returns all of an image that is no part of a larger one. */
	public static Cutout whole(final Planes planes) {
		return new Cutout(planes.whole(), 0, planes.count(), 0, 0, 0, 1, false);
	}

	/** Returns the index in the larger image of a plane of the part. */
	public long inImage(final long part) {
		return plane + part * stride;
	}

	/** Returns whether a plane is asked for. */
	public boolean asksFor(final long part) {
		return part >= first && part < first + count;
	}
}
