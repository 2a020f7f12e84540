package org.vaerestore.vae;

/** Where the standard normal noise of the latents comes from. */
interface LatentDraw {

	/**
	 * Writes standard normal values for a level.
	 *
	 * @param level 0 is the finest
	 * @param shape rows, height, width, channels
	 * @param from first row that needs noise
	 * @param noise takes the values of all rows, row-major
	 */
	void draw(int level, LatentShape shape, int from, float[] noise);

	/** Returns latent values to use at a level instead of the prior's sample, row-major, or null. */
	default float[] given(final int level) {
		return null;
	}
}
