package org.vaerestore.train.holes;

import java.util.Arrays;

/** The square in which holes are drawn; it counts hidden pixels and takes no more than it may. */
final class HoleCanvas {

	private final boolean[] hidden;
	private final int side;
	private final int target;
	private final int most;
	private int count;

	/**
	 * Clears the mask.
	 *
	 * @param target number of hidden pixels to reach
	 * @param most number of hidden pixels never to exceed
	 */
	HoleCanvas(final boolean[] hidden, final int side, final int target, final int most) {
		this.hidden = hidden;
		this.side = side;
		this.target = target;
		this.most = most;
		Arrays.fill(hidden, false);
	}

	/** Hides a pixel if it is inside and there is room. */
	void hide(final int x, final int y) {
		if (x < 0 || y < 0 || x >= side || y >= side || count == most || hidden[y * side + x]) return;
		hidden[y * side + x] = true;
		count++;
	}

	/** Returns whether a pixel inside the square is hidden. */
	boolean isHidden(final int x, final int y) {
		return hidden[y * side + x];
	}

	int side() {
		return side;
	}

	/** Pixels that are hidden. */
	int count() {
		return count;
	}

	/** Pixels that may still be hidden. */
	int room() {
		return most - count;
	}

	/** Pixels to hide until the target is reached, 0 if it is. */
	int missing() {
		return Math.max(0, target - count);
	}
}
