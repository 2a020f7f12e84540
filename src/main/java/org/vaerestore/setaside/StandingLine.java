package org.vaerestore.setaside;

/** How a column or row, or two side by side, differ from those beside over their whole length. */
final class StandingLine {

	/** How far a pixel must be from those on both sides, in standard deviations, to count. */
	private static final double HEIGHT = 5;
	/** Share of the line that must be so, to the same side. */
	private static final double MOST = 0.8;
	/** Share of the line that is one value where it is stuck; and that must be none of the values on both sides, which noise makes. */
	private static final double STUCK = 0.98, DIFFERENT = 0.6;
	/** The most of its height that the lines beside it may have: a lens leaves more. */
	private static final double SHARP = 0.05;
	private static final int FEWEST = 16;

	private final FirstNoise noise;
	private final double step;
	private int seen, above, below, same, different;
	private float first;
	private double height, flank;

	StandingLine(final FirstNoise noise) {
		this.noise = noise;
		step = HEIGHT * noise.least();
	}

	/**
	 * Hears of a piece; what is not known is NaN.
	 *
	 * @param values of one piece, row by row, from the first pixel
	 * @param i where the line's pixel is
	 * @param stride from one pixel across the line to the next
	 * @param wide pixels of the line across
	 */
	void add(final float[] values, final int i, final int stride, final int wide) {
		final float a = values[i], b = values[i + (wide - 1) * stride];
		final float before = values[i - stride], after = values[i + wide * stride];
		final float left = Float.isNaN(before) ? after : before, right = Float.isNaN(after) ? before : after;
		final float low = Math.min(a, b), high = Math.max(a, b);
		final double up = low - (double) Math.max(left, right), down = Math.min(left, right) - (double) high;
		if (Double.isNaN(up)) return;
		if (seen++ == 0) first = a;
		if (a == first && b == first) {
			same++;
			// At a border of the plane, where one side is all there is, by more than the noise.
			if (Float.isNaN(before) || Float.isNaN(after) ? Math.max(up, down) > HEIGHT * noise.at(left) : left != first && right != first)
				different++;
		}
		if (Math.max(up, down) > step) {
			final double deviation = HEIGHT * noise.at((left + (double) right) / 2);
			if (up > deviation) above++;
			else if (down > deviation) below++;
		}
		height += (a + (double) b - left - right) / 2;
		final double atLeft = before - (double) values[i - 2 * stride], atRight = after - (double) values[i + (wide + 1) * stride];
		// At a border of the plane, one side speaks for both.
		final double one = Double.isNaN(atLeft) ? atRight : atLeft, other = Double.isNaN(atRight) ? atLeft : atRight;
		if (!Double.isNaN(one)) flank += (one + other) / 2;
	}

	/**
	 * Returns whether it can't be signal.
	 *
	 * @param length of the line in pixels
	 */
	boolean isDefect(final int length) {
		if (seen < Math.max(FEWEST, length / 2)) return false;
		if (same >= STUCK * seen && different >= DIFFERENT * seen) return true;
		return Math.max(above, below) >= MOST * seen && Math.abs(flank) < SHARP * Math.abs(height);
	}
}
