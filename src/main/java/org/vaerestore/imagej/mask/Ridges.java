package org.vaerestore.imagej.mask;

import java.util.Arrays;

/**
 * How much of a ridge every pixel of a smoothed plane is, and where the ridge runs: the eigenvalues and eigenvectors of
 * its Hessian (Lindeberg, "Edge detection and ridge detection with automatic scale selection", IJCV 30, 1998).
 */
final class Ridges {

	private final float[] strengths;
	private final float[] directions;
	private final int width;

	private Ridges(final float[] strengths, final float[] directions, final int width) {
		this.strengths = strengths;
		this.directions = directions;
		this.width = width;
	}

	/**
	 * Finds the ridges of a plane.
	 *
	 * @param sign 1 for bright ridges, -1 for dark ones
	 */
	static Ridges of(final float[] plane, final int width, final int sign) {
		final int height = plane.length / width;
		final float[] strengths = new float[plane.length];
		final float[] directions = new float[plane.length];
		for (int y = 1; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				final float xx = sign * (plane[i - 1] - 2 * plane[i] + plane[i + 1]);
				final float yy = sign * (plane[i - width] - 2 * plane[i] + plane[i + width]);
				final float xy = sign * (plane[i - width - 1] + plane[i + width + 1] - plane[i - width + 1] - plane[i + width -
					1]) / 4;
				strengths[i] = (float) (Math.hypot((xx - yy) / 2.0, xy) - (xx + yy) / 2.0);
				directions[i] = (float) (Math.atan2(2 * xy, xx - yy) / 2);
			}
		return new Ridges(strengths, directions, width);
	}

	/** Returns minus the most negative eigenvalue at each pixel, 0 at the border; not a copy. */
	float[] strengths() {
		return strengths;
	}

	/**
	 * Returns how well a ridge goes on from a pixel in a straight line to both sides: the strength that three quarters of
	 * the line have at least.
	 *
	 * @param reach to each side, in pixels
	 * @param aside how far the line may bend to either side at its ends, in pixels
	 */
	float support(final int pixel, final int reach, final int aside) {
		return threeQuarters(pixel, -reach, reach, reach, aside);
	}

	/** Returns the same of the better side alone, as at the end of a line. */
	float oneSidedSupport(final int pixel, final int reach, final int aside) {
		return Math.max(threeQuarters(pixel, -reach, 0, reach, aside), threeQuarters(pixel, 0, reach, reach, aside));
	}

	private float threeQuarters(final int pixel, final int from, final int to, final int reach, final int aside) {
		final int x = pixel % width, y = pixel / width, height = strengths.length / width;
		final double dx = Math.cos(directions[pixel]), dy = Math.sin(directions[pixel]);
		final float[] line = new float[to - from + 1];
		for (int step = from; step <= to; step++) {
			float strongest = 0;
			for (int bend = -aside; bend <= aside; bend++) {
				final double off = (double) bend * Math.abs(step) / reach;
				final long u = Math.round(x + step * dx - off * dy), v = Math.round(y + step * dy + off * dx);
				if (u >= 0 && v >= 0 && u < width && v < height) strongest = Math.max(strongest, strengths[(int) (v * width +
					u)]);
			}
			line[step - from] = strongest;
		}
		Arrays.sort(line);
		return line[line.length / 4];
	}
}
