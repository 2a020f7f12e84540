package org.vaerestore.vae;

/** Standard normal noise that is a function of seed and place alone. */
final class PlaceNoise {

	private static final double UNIT = 0x1p-32;

	private PlaceNoise() {}

	/** Fills one row's values [y, x, channel] from {@code begin} on, for the place (y0, x0) of its first position. */
	static void fill(final long seed, final int y0, final int x0, final LatentShape shape, final float[] noise,
		final int begin)
	{
		int i = begin;
		for (int y = 0; y < shape.height(); y++) {
			for (int x = 0; x < shape.width(); x++) {
				long state = mix(mix(seed ^ 0x9e3779b97f4a7c15L * (y0 + y)) ^ 0xc2b2ae3d27d4eb4fL * (x0 + x));
				for (int c = 0; c < shape.channels(); c += 2) {
					state = mix(state + 0x9e3779b97f4a7c15L);
					final double u = ((state >>> 32) + 0.5) * UNIT;
					final double angle = 2 * Math.PI * ((state & 0xffffffffL) * UNIT);
					final double radius = Math.sqrt(-2 * Math.log(u));
					noise[i++] = (float) (radius * Math.cos(angle));
					if (c + 1 < shape.channels()) noise[i++] = (float) (radius * Math.sin(angle));
				}
			}
		}
	}

	/** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
	private static long mix(final long value) {
		long z = value;
		z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}
}
