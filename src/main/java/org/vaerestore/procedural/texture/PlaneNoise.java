package org.vaerestore.procedural.texture;

/**
 * Smooth random functions of the plane: random values at the points of a lattice, and smooth passages between them.
 *
 * @param points the values
 */
record PlaneNoise(LatticeRandom points) implements Texture {

	/** Standard deviation of the values, averaged over all places between lattice points. */
	static final double DEVIATION = 0.43;
	/** Octaves are turned against each other, so that their lattices don't show. */
	private static final double COS = Math.cos(0.65), SIN = Math.sin(0.65);

	PlaneNoise(final long seed) {
		this(new LatticeRandom(seed));
	}

	/** Returns noise whose lattice has a spacing of 1; mean 0, -1 to 1. */
	@Override
	public double at(final double x, final double y) {
		return layer(x, y, 0);
	}

	/**
	 * Returns octaves, each twice as fine as the one before and weaker by a factor; its standard deviation is 1.
	 *
	 * @param fall of the amplitude from octave to octave, above 1 for noise whose fine parts are the stronger ones
	 */
	double octaves(final double x, final double y, final int octaves, final double fall) {
		double sum = 0, weight = 1, power = 0, u = x, v = y;
		for (int octave = 0; octave < octaves; octave++) {
			sum += weight * layer(u, v, octave);
			power += weight * weight;
			weight *= fall;
			final double turned = 2 * (u * COS - v * SIN);
			v = 2 * (u * SIN + v * COS);
			u = turned;
		}
		return sum / (DEVIATION * Math.sqrt(power));
	}

	private double layer(final double x, final double y, final int layer) {
		final long column = (long) Math.floor(x), row = (long) Math.floor(y);
		final double u = ease(x - column), v = ease(y - row);
		final double upper = mix(points.at(column, row, layer), points.at(column + 1, row, layer), u);
		final double lower = mix(points.at(column, row + 1, layer), points.at(column + 1, row + 1, layer), u);
		return 2 * mix(upper, lower, v) - 1;
	}

	private static double ease(final double t) {
		return t * t * t * (t * (6 * t - 15) + 10);
	}

	private static double mix(final double a, final double b, final double share) {
		return a + (b - a) * share;
	}
}
