package org.vaerestore.vae.noise;

import org.vaerestore.vae.noise.NoiseLevel.Source;

/**
 * White noise as two ways see it.
 *
 * @param survey of the images
 * @param seen line of the variance by second differences
 * @param quiet line of the variance in the quietest patterns
 */
record WhiteNoise(TileSurvey survey, VarianceLine seen, VarianceLine quiet) {

	/** Second differences that see more variance than the quietest patterns, by this factor, see texture. */
	private static final double TEXTURED = 1.12;
	/** Relative error of standard deviations, on images whose noise is known. */
	private static final double ERROR = 0.04;

	/** Returns the estimate for noise that correlates a little, if there are flat places to tell it. */
	NoiseEstimate estimate(final NoiseCorrelations correlations) {
		final TileSurvey.Variances most = survey.variances(seen), least = survey.variances(quiet);
		if (most.noise() > TEXTURED * least.noise()) return NoiseEstimate.of(quiet, NoiseCorrelations.WHITE, least.share(), NoiseLevel.of(least
			.noise(), ERROR, Source.GAPS_OF_TEXTURE));
		return NoiseEstimate.of(seen, correlations, most.share(), NoiseLevel.of(most.noise(), ERROR, Source.FLAT_PLACES,
			least.noise()));
	}

	/**
	 * Returns the estimate where there may be more noise, of another kind, or a texture.
	 *
	 * @param claimed variance that all of it has
	 */
	NoiseEstimate restrained(final double claimed) {
		final TileSurvey.Variances most = survey.variances(seen), least = survey.variances(quiet);
		final boolean alike = most.noise() <= TEXTURED * least.noise();
		final TileSurvey.Variances taken = alike ? most : least;
		return NoiseEstimate.of(alike ? seen : quiet, NoiseCorrelations.WHITE, taken.share(), NoiseLevel.of(taken.noise(), ERROR,
			Source.GAPS_OF_TEXTURE, claimed, least.noise()));
	}
}
