package org.vaerestore.procedural.texture;

/**
 * Random numbers of the points of an endless lattice, which can be asked for in any order.
 *
 * @param seed decides them all
 */
record LatticeRandom(long seed) {

	/** Returns the number of a point, from 0 to below 1; {@code which} tells apart several of one point. */
	double at(final long x, final long y, final int which) {
		long bits = seed + x * 0xC2B2AE3D27D4EB4FL + y * 0x165667B19E3779F9L + which * 0x9E3779B97F4A7C15L;
		bits = (bits ^ bits >>> 32) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ bits >>> 29) * 0x94D049BB133111EBL;
		return (bits >>> 11) * 0x1p-53;
	}
}
