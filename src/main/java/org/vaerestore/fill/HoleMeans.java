package org.vaerestore.fill;

import java.util.List;

/**
 * Fills each hole with one value, the mean of what is visible around it: says how bright it is thereabouts, and leaves all
 * else to a network.
 * <p>
 * A network that starts from a better fill has nothing to gain from small steps and stays there; one that starts from
 * this learns to fill large holes by itself.
 * </p>
 */
public final class HoleMeans {

	/** Pixels around the box of a hole that count. */
	private static final int AROUND = 16;

	private HoleMeans() {}

	/**
	 * Fills in place.
	 *
	 * @param plane row by row, in any units, finite where visible; without a visible pixel it becomes 0
	 * @param hidden true where a pixel is not known
	 * @param width of the plane in pixels
	 * @param holes all of the plane
	 */
	public static void fill(final float[] plane, final boolean[] hidden, final int width, final List<Hole> holes) {
		final int height = plane.length / width;
		final double all = mean(plane, hidden, width, 0, 0, width, height, 0);
		for (final Hole hole : holes) {
			final double mean = mean(plane, hidden, width, Math.max(0, hole.left() - AROUND), Math.max(0, hole.top() - AROUND), Math
				.min(width, hole.right() + AROUND), Math.min(height, hole.bottom() + AROUND), all);
			for (final int pixel : hole.pixels())
				plane[pixel] = (float) mean;
		}
	}

	private static double mean(final float[] plane, final boolean[] hidden, final int width, final int left, final int top,
		final int right, final int bottom, final double otherwise)
	{
		double sum = 0;
		int count = 0;
		for (int y = top; y < bottom; y++)
			for (int i = y * width + left; i < y * width + right; i++) {
				if (hidden[i]) continue;
				sum += plane[i];
				count++;
			}
		return count == 0 ? otherwise : sum / count;
	}
}
