package org.vaerestore.trust;

import org.vaerestore.tiles.Region;

/**
 * A part of a plane, before and after, row by row.
 *
 * @param plane index of the plane
 * @param region of it
 * @param input values as they were recorded, in units of the image
 * @param result what became of them
 * @param deviation standard deviation of the signal; null if the result has none
 * @param known true where the input has a value that counts: a finite one that is not masked
 */
record Look(long plane, Region region, float[] input, float[] result, float[] deviation, boolean[] known) {

	int width() {
		return region.width();
	}

	int height() {
		return region.height();
	}

	/** Returns the number of pixels that had no value, and got one. */
	int invented() {
		int count = 0;
		for (int i = 0; i < input.length; i++)
			if (!Float.isFinite(input[i]) && Float.isFinite(result[i])) count++;
		return count;
	}

	/** Returns the number of pixels that count. */
	int count() {
		int count = 0;
		for (final boolean counts : known)
			if (counts) count++;
		return count;
	}
}
