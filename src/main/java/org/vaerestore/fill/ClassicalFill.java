package org.vaerestore.fill;

/**
 * Fills hidden pixels from the visible ones around them, without learning.
 * <p>
 * All fills work in place on a plane of {@code width * height} pixels, index {@code y * width + x}, in any units. They
 * never read hidden values, leave visible ones as they are, and expect these to be finite. Across the border of the
 * plane the slope is zero. A plane without a visible pixel becomes 0. Each scales with the values and moves with them:
 * the fill of {@code a * plane + b} is {@code a * fill + b}.
 * </p>
 *
 * <pre>
 * ClassicalFill.hybrid(plane, hidden, 64, 64);
 * </pre>
 *
 * Use a {@link FillWorkspace} to fill many planes.
 */
public final class ClassicalFill {

	private ClassicalFill() {}

	/** Fills with the solution of the Laplace equation: smooth inside, never beyond the values around the hole. */
	public static void harmonic(final float[] plane, final boolean[] hidden, final int width, final int height) {
		new FillWorkspace().harmonic(plane, hidden, width, height);
	}

	/**
	 * Fills with the solution of the bi-Laplace equation: goes on with the slopes around the hole, so it is the most
	 * accurate fill of thin and small holes, and overshoots in large ones. The time grows with the fourth power of the
	 * side of the largest hole, until steps are cut for holes of more than about 150 pixels.
	 */
	public static void biharmonic(final float[] plane, final boolean[] hidden, final int width, final int height) {
		new FillWorkspace().biharmonic(plane, hidden, width, height);
	}

	/**
	 * Fills as a thin plate under tension would, the sum of squared Laplacians plus 0.16 times the sum of squared slopes
	 * being least (Smith and Wessel, Geophysics 1990): close to the better of the other two fills for thin and for large
	 * gaps. It takes a fixed number of steps, well under a millisecond for 64 x 64 pixels, and its fill of a hole depends
	 * on nothing beyond the pixels around that hole.
	 */
	public static void hybrid(final float[] plane, final boolean[] hidden, final int width, final int height) {
		new FillWorkspace().hybrid(plane, hidden, width, height);
	}
}
