package org.vaerestore.imagej.mask;

/** How much of a ridge every pixel of a smoothed plane is. */
final class Ridges {

	private Ridges() {}

	/**
	 * Returns minus the most negative eigenvalue of the Hessian; at the border 0.
	 *
	 * @param sign 1 for bright ridges, -1 for dark ones
	 */
	static float[] of(final float[] plane, final int width, final int sign) {
		final int height = plane.length / width;
		final float[] ridges = new float[plane.length];
		for (int y = 1; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				final float xx = plane[i - 1] - 2 * plane[i] + plane[i + 1];
				final float yy = plane[i - width] - 2 * plane[i] + plane[i + width];
				final float xy = (plane[i - width - 1] + plane[i + width + 1] - plane[i - width + 1] - plane[i + width - 1]) / 4;
				final double half = sign * (xx + yy) / 2.0;
				ridges[i] = (float) (Math.sqrt((xx - yy) * (xx - yy) / 4.0 + xy * xy) - half);
			}
		return ridges;
	}
}
