package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Light of the slices above and below, which a microscope sees in each: what tells most of what neighbours have in common.
 *
 * @param share of a slice's light that is seen in the next one, 0 for none
 * @param spread how far it is spread there, in pixels
 */
record Glow(double share, double spread) {

	private static final double NONE = 0.6;

	static Glow draw(final SplittableRandom random) {
		return new Glow(random.nextDouble() < NONE ? 0 : random.nextDouble(0.05, 0.5), Draws.logUniform(random, 1, 5));
	}

	/** Returns the slices as they are seen through each other. */
	float[][] through(final float[][] slices, final double[] places, final int side) {
		if (share == 0) return slices;
		final float[][] spreadOut = new float[slices.length][], seen = new float[slices.length][];
		for (int k = 0; k < slices.length; k++)
			spreadOut[k] = GaussianBlur.blur(slices[k], side, side, spread);
		for (int k = 0; k < slices.length; k++) {
			seen[k] = slices[k].clone();
			add(seen[k], spreadOut[at(places, places[k] - 1, k)]);
			add(seen[k], spreadOut[at(places, places[k] + 1, k)]);
		}
		return seen;
	}

	private void add(final float[] slice, final float[] light) {
		for (int i = 0; i < slice.length; i++)
			slice[i] += (float) (share * light[i]);
	}

	/** Returns which slice is at a place; beyond the outermost ones it looks as they do. */
	private static int at(final double[] places, final double place, final int self) {
		for (int k = 0; k < places.length; k++)
			if (places[k] == place) return k;
		return self;
	}
}
