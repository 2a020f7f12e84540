package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Smooth noise of space, of which planes are cut: where things are through depth, how light is spread, how far a section is
 * warped.
 *
 * @param coarse size of its spots in pixels
 * @param octaves how many there are
 * @param cos of the angle by which its lattice is turned
 * @param sin of it
 */
record SmoothField(FractalNoise noise, double coarse, int octaves, double cos, double sin) {

	/** Points between which the finest octave is not drawn, but interpolated. */
	private static final int POINTS = 5;

	static SmoothField draw(final double coarse, final int octaves, final SplittableRandom random) {
		final double angle = random.nextDouble(2 * Math.PI);
		return new SmoothField(new FractalNoise(random.nextLong()), coarse, octaves, Math.cos(angle), Math.sin(angle));
	}

	/** Returns a plane of it, about -1 to 1, row-major; z is in sizes of its spots. */
	float[] plane(final int side, final double z) {
		final int step = (int) Math.max(1, Math.min(16, coarse / (POINTS << octaves - 1)));
		final int points = (side - 1) / step + 2;
		final float[] grid = new float[points * points];
		for (int i = 0; i < grid.length; i++) {
			final double x = i % points * step / coarse, y = i / points * step / coarse;
			grid[i] = (float) noise.at(x * cos - y * sin, x * sin + y * cos, z, octaves);
		}
		return step == 1 ? cut(grid, points, side) : interpolated(grid, points, step, side);
	}

	private static float[] cut(final float[] grid, final int points, final int side) {
		final float[] plane = new float[side * side];
		for (int y = 0; y < side; y++)
			System.arraycopy(grid, y * points, plane, y * side, side);
		return plane;
	}

	private static float[] interpolated(final float[] grid, final int points, final int step, final int side) {
		final float[] plane = new float[side * side];
		for (int y = 0; y < side; y++) {
			final int row = y / step * points;
			final float v = (float) (y % step) / step;
			for (int x = 0; x < side; x++) {
				final int i = row + x / step;
				final float u = (float) (x % step) / step;
				final float upper = grid[i] + u * (grid[i + 1] - grid[i]), lower = grid[i + points] + u * (grid[i + points + 1] -
					grid[i + points]);
				plane[y * side + x] = upper + v * (lower - upper);
			}
		}
		return plane;
	}
}
