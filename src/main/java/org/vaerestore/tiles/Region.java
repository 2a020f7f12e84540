package org.vaerestore.tiles;

/**
 * A rectangle of pixels of a plane; it may reach beyond the plane.
 *
 * @param x left column, counted from the plane's own first column
 * @param y top row, counted from the plane's own first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Region(int x, int y, int width, int height) {

	/**
	 * Checks the values.
	 *
	 * @throws IllegalArgumentException if the region is empty or too large for one array
	 */
	public Region {
		if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(
			"A region can't be " + width + " x " + height + " pixels.");
	}

	/** Returns the number of pixels. */
	public int size() {
		return width * height;
	}

	/** Returns whether all of another region is inside this one. */
	public boolean contains(final Region other) {
		return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
	}

	/** Returns whether some pixel is in both regions. */
	public boolean meets(final Region other) {
		return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
	}

	/** Returns the index, row by row within this region, of a pixel of the plane. */
	public int index(final int column, final int row) {
		return (row - y) * width + column - x;
	}

	/** The column after the last one. */
	long right() {
		return (long) x + width;
	}

	/** The row after the last one. */
	long bottom() {
		return (long) y + height;
	}

	@Override
	public String toString() {
		return width + " x " + height + " at (" + x + ", " + y + ")";
	}
}
