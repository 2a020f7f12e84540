package org.vaerestore.train;

/**
 * Seeds of the random numbers of each step, so that a resumed training draws what an uninterrupted one would have drawn.
 */
final class Seeds {

	static final int BATCH = 1;
	static final int LATENTS = 2;
	static final int VALIDATION = 3;
	static final int WEIGHTS = 4;
	static final int SURVEY = 5;
	static final int DENSITY = 6;
	static final int NOISE = 7;
	static final int SCENES = 8;

	private Seeds() {}

	/** Returns a seed for a purpose at a step. */
	static long of(final long seed, final int purpose, final long step) {
		long z = seed * 0x9e3779b97f4a7c15L + purpose * 0xbf58476d1ce4e5b9L + step * 0xd1342543de82ef95L;
		z = (z ^ z >>> 32) * 0xd6e8feb86659fd93L;
		z = (z ^ z >>> 32) * 0xd6e8feb86659fd93L;
		return z ^ z >>> 32;
	}
}
