package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Smooth noise of space, of which planes are cut: where things are through depth, how light is spread, how far a section is
 * warped.
 *
 * @param coarse size of its spots in pixels
 * @param octaves how many there are, each twice as fine as the one before and half as strong
 * @param turns by which the lattice of each octave is turned: cut askew, lattices don't show
 */
record SmoothField(FractalNoise noise, double coarse, int octaves, Turn[] turns) {

	/** Points of an octave's lattice spacing at which it is drawn; it is interpolated between them. */
	private static final int POINTS = 4;
	private static final int COARSEST_STEP = 16;

	/** A rotation of space: where the axes of the plane, and the third one, point to. */
	private record Turn(double[] x, double[] y, double[] z) {

		/** Draws any rotation: that of a random quaternion. */
		static Turn draw(final SplittableRandom random) {
			double a = random.nextGaussian(), b = random.nextGaussian(), c = random.nextGaussian(), d = random.nextGaussian();
			final double length = Math.sqrt(a * a + b * b + c * c + d * d);
			a /= length;
			b /= length;
			c /= length;
			d /= length;
			return new Turn(new double[] { 1 - 2 * (c * c + d * d), 2 * (b * c + a * d), 2 * (b * d - a * c) }, new double[] { 2 * (b * c - a *
				d), 1 - 2 * (b * b + d * d), 2 * (c * d + a * b) }, new double[] { 2 * (b * d + a * c), 2 * (c * d - a * b), 1 - 2 * (b * b +
					c * c) });
		}
	}

	static SmoothField draw(final double coarse, final int octaves, final SplittableRandom random) {
		final Turn[] turns = new Turn[octaves];
		for (int i = 0; i < octaves; i++)
			turns[i] = Turn.draw(random);
		return new SmoothField(new FractalNoise(random.nextLong()), coarse, octaves, turns);
	}

	/** Returns a plane of it, about -1 to 1, row-major; z is in sizes of its spots. */
	float[] plane(final int side, final double z) {
		final float[] plane = new float[side * side];
		double weight = 1 / (2 - Math.pow(2, 1 - octaves)), spot = coarse, depth = z;
		for (final Turn turn : turns) {
			final int step = (int) Math.max(1, Math.min(COARSEST_STEP, spot / POINTS));
			addInterpolated(plane, side, grid(turn, step / spot, depth, (side - 1) / step + 2), step, (float) weight);
			weight /= 2;
			spot /= 2;
			// Octaves are drawn from the same noise, each from another place of it.
			depth = 2 * depth + 37.7;
		}
		return plane;
	}

	private float[] grid(final Turn turn, final double step, final double z, final int points) {
		final float[] grid = new float[points * points];
		for (int i = 0; i < grid.length; i++) {
			final double x = i % points * step, y = i / points * step;
			grid[i] = (float) noise.at(x * turn.x[0] + y * turn.y[0] + z * turn.z[0], x * turn.x[1] + y * turn.y[1] + z * turn.z[1], x *
				turn.x[2] + y * turn.y[2] + z * turn.z[2], 1);
		}
		return grid;
	}

	private static void addInterpolated(final float[] plane, final int side, final float[] grid, final int step,
		final float weight)
	{
		final int points = (side - 1) / step + 2;
		for (int y = 0; y < side; y++) {
			final int row = y / step * points;
			final float v = (float) (y % step) / step;
			for (int x = 0; x < side; x++) {
				final int i = row + x / step;
				final float u = (float) (x % step) / step;
				final float upper = grid[i] + u * (grid[i + 1] - grid[i]), lower = grid[i + points] + u * (grid[i + points + 1] -
					grid[i + points]);
				plane[y * side + x] += weight * (upper + v * (lower - upper));
			}
		}
	}
}
