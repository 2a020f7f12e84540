package org.vaerestore.vae;

import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * What the network is told of the noise of a picture.
 *
 * @param level standard deviation in network units, without what rows and columns share; 0 without noise
 * @param correlations of the noise
 */
public record ToldNoise(float level, NoiseCorrelations correlations) {

	/** Of pictures without noise. */
	public static final ToldNoise NONE = new ToldNoise(0, NoiseCorrelations.WHITE);

	/** Returns the same noise with another level. */
	public ToldNoise withLevel(final double newLevel) {
		return new ToldNoise((float) newLevel, correlations);
	}
}
