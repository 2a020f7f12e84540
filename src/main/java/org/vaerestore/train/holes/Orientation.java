package org.vaerestore.train.holes;

/** The eight ways to lay a square onto itself: flips along x and y, and swapping the axes. */
enum Orientation {
	PLAIN(1, 0, 0, 1), FLIP_X(-1, 0, 0, 1), FLIP_Y(1, 0, 0, -1), HALF_TURN(-1, 0, 0, -1), SWAP(0, 1, 1, 0),
	LEFT_TURN(0, 1, -1, 0), RIGHT_TURN(0, -1, 1, 0), SWAP_AND_TURN(0, -1, -1, 0);

	private final int xx;
	private final int xy;
	private final int yx;
	private final int yy;

	Orientation(final int xx, final int xy, final int yx, final int yy) {
		this.xx = xx;
		this.xy = xy;
		this.yx = yx;
		this.yy = yy;
	}

	int x(final int x, final int y) {
		return xx * x + xy * y;
	}

	int y(final int x, final int y) {
		return yx * x + yy * y;
	}

	/** The x of what this orientation moves to a place. */
	int backX(final int x, final int y) {
		return xx * x + yx * y;
	}

	/** The y of what this orientation moves to a place. */
	int backY(final int x, final int y) {
		return xy * x + yy * y;
	}
}
