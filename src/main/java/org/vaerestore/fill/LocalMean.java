package org.vaerestore.fill;

import org.vaerestore.procedural.GaussianBlur;

/**
 * Fills hidden pixels with the mean of the visible ones around them: says how bright a hole may be, and nothing of what
 * is in it.
 * <p>
 * A network that starts from a good fill has nothing to gain from small steps and stays there; one that starts from this
 * learns to fill by itself, and then more.
 * </p>
 */
public final class LocalMean {

	/** Standard deviation of the weights in pixels. */
	private static final double SIGMA = 8;
	/** Share of a full neighbourhood below which it counts less than the mean of all visible pixels. */
	private static final float LEAST = 0.01f;

	private LocalMean() {}

	/**
	 * Fills in place.
	 *
	 * @param plane row by row, in any units, finite where visible; without a visible pixel it becomes 0
	 * @param hidden true where a pixel is not known
	 * @param width of the plane in pixels
	 */
	public static void fill(final float[] plane, final boolean[] hidden, final int width) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < plane.length; i++)
			if (!hidden[i]) {
				sum += plane[i];
				count++;
			}
		if (count == plane.length) return;
		final float mean = count == 0 ? 0 : (float) (sum / count);
		final float[] differences = new float[plane.length], known = new float[plane.length];
		for (int i = 0; i < plane.length; i++) {
			known[i] = hidden[i] ? 0 : 1;
			differences[i] = hidden[i] ? 0 : plane[i] - mean;
		}
		final int height = plane.length / width;
		final float[] around = GaussianBlur.blur(differences, width, height, SIGMA), weight = GaussianBlur.blur(known, width,
			height, SIGMA);
		for (int i = 0; i < plane.length; i++)
			if (hidden[i]) plane[i] = mean + around[i] / (weight[i] + LEAST);
	}
}
