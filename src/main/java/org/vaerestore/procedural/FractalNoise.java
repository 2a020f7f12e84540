package org.vaerestore.procedural;

/**
 * Smooth random functions of space: value noise on an endless lattice, and sums of its octaves.
 * <p>
 * The values at lattice points are hashes of their position and the seed, so any point can be asked for in any order.
 * </p>
 */
public record FractalNoise(long seed) {

	/** Returns octaves of noise, each twice as fine and half as strong as the one before; about -1 to 1, mean 0. */
	public double at(final double x, final double y, final double z, final int octaves) {
		double sum = 0, weight = 1, total = 0, scale = 1;
		for (int octave = 0; octave < octaves; octave++) {
			sum += weight * smooth(x * scale, y * scale, z * scale, seed + octave);
			total += weight;
			weight /= 2;
			scale *= 2;
		}
		return sum / total;
	}

	private static double smooth(final double x, final double y, final double z, final long seed) {
		final long ix = (long) Math.floor(x), iy = (long) Math.floor(y), iz = (long) Math.floor(z);
		final double u = ease(x - ix), v = ease(y - iy), w = ease(z - iz);
		return mix(mix(row(ix, iy, iz, u, seed), row(ix, iy + 1, iz, u, seed), v), mix(row(ix, iy, iz + 1, u, seed), row(ix,
			iy + 1, iz + 1, u, seed), v), w);
	}

	private static double row(final long x, final long y, final long z, final double u, final long seed) {
		return mix(lattice(x, y, z, seed), lattice(x + 1, y, z, seed), u);
	}

	private static double lattice(final long x, final long y, final long z, final long seed) {
		long bits = seed * 0x9E3779B97F4A7C15L + x * 0xC2B2AE3D27D4EB4FL + y * 0x165667B19E3779F9L + z *
			0x27D4EB2F165667C5L;
		bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
		return (bits >> 11) * 0x1p-52;
	}

	private static double ease(final double t) {
		return t * t * t * (t * (6 * t - 15) + 10);
	}

	private static double mix(final double a, final double b, final double share) {
		return a + (b - a) * share;
	}
}
