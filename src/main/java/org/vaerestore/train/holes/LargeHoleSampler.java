package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/**
 * Draws holes that are wide both ways: rectangles, and some ellipses, from a few pixels to seven tenths of a patch's side,
 * which hide 8 to 40 % of it and somewhat more, and may be cut off by its border.
 */
public final class LargeHoleSampler {

	private static final int LEAST_SIDE = 32;
	/** Largest side of the first hole and of all others, as shares of the patch's. */
	private static final double FIRST = 0.7, OTHERS = 0.4;
	private static final double LEAST_COVER = 0.08, MOST_COVER = 0.4;
	private static final double ROUND = 0.25;
	private static final double LENGTHENING = 0.3;
	private static final int CUT_OFF = 4;

	private final int side;
	private final double smallest;

	/**
	 * Creates a sampler for square patches.
	 *
	 * @param side of a patch in pixels, at least 32
	 * @param smallest side of a hole in pixels, from 1 to 16
	 */
	public LargeHoleSampler(final int side, final double smallest) {
		if (side < LEAST_SIDE) throw new IllegalArgumentException("A patch of " + side + " pixels has no room for large holes.");
		this.side = side;
		this.smallest = smallest;
	}

	/** Draws the holes of one patch, row by row: true = hidden. */
	public boolean[] draw(final SplittableRandom random) {
		final boolean[] hidden = new boolean[side * side];
		final int target = (int) (random.nextDouble(LEAST_COVER, MOST_COVER) * hidden.length);
		final HoleCanvas canvas = new HoleCanvas(hidden, side, target, hidden.length);
		double largest = FIRST;
		while (canvas.missing() > 0) {
			paint(random, canvas, Math.exp(random.nextDouble(Math.log(smallest), Math.log(largest * side))));
			largest = OTHERS;
		}
		return hidden;
	}

	private void paint(final SplittableRandom random, final HoleCanvas canvas, final double width) {
		final double height = Math.min(FIRST * side, width * Math.exp(random.nextDouble(-LENGTHENING, LENGTHENING)));
		final double left = random.nextDouble(-CUT_OFF, side - width + CUT_OFF);
		final double top = random.nextDouble(-CUT_OFF, side - height + CUT_OFF);
		final boolean round = random.nextDouble() < ROUND;
		for (int y = (int) top; y < top + height; y++)
			for (int x = (int) left; x < left + width; x++) {
				final double dx = 2 * (x + 0.5 - left) / width - 1, dy = 2 * (y + 0.5 - top) / height - 1;
				if (!round || dx * dx + dy * dy <= 1) canvas.hide(x, y);
			}
	}
}
