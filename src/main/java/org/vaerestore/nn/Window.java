package org.vaerestore.nn;

/**
 * A square window that steps over an image with zeros around it, as many before as after it or one fewer: an axis of n
 * pixels has ceil(n / stride) positions.
 *
 * @param kernel side in pixels, odd
 * @param stride pixels from one position to the next, 1 or 2
 */
record Window(int kernel, int stride) {

	/** Returns the number of positions along an axis of a length in pixels. */
	long positions(final long length) {
		return (length + stride - 1) / stride;
	}

	/** Returns the number of zeros before the first pixel of an axis. */
	int before(final long length) {
		return zeros(length) / 2;
	}

	/** Returns the number of zeros behind the last pixel of an axis. */
	int after(final long length) {
		return zeros(length) - before(length);
	}

	private int zeros(final long length) {
		return (int) Math.max(0, (positions(length) - 1) * stride + kernel - length);
	}
}
