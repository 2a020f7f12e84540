package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;

/** What a network is told of noise: as much as an estimate from an image would find, and as wrong. */
final class Hearsay {

	/** Standard deviations of the errors of an estimate: of the level's logarithm, and of a correlation. */
	private static final double LEAST_LEVEL_ERROR = 0.02, MOST_LEVEL_ERROR = 0.1, MOST_LAG_ERROR = 0.03;
	/** The same of the logarithm of what rows and columns share; and what is found where they share nothing. */
	private static final double SHARED_ERROR = 0.2, NOTHING_SHARED = 0.03;
	/** Share of estimates that don't find that pixels have anything in common. */
	private static final double MISSED = 0.05;

	private Hearsay() {}

	/** Returns what is seen of a patch and told of its noise. */
	static SeenPatch of(final NoisyPatch exact, final SplittableRandom random) {
		final double error = Draws.logUniform(random, LEAST_LEVEL_ERROR, MOST_LEVEL_ERROR);
		// The more neighbours are alike, the less can noise be told from structure.
		final double alike = 1 + 2 * Math.abs(exact.correlations().ofNeighbours());
		final double level = exact.level() * Math.exp(alike * error * random.nextGaussian());
		return new SeenPatch(exact.truth(), exact.seen(), new ToldNoise((float) level, random.nextDouble() < MISSED
			? NoiseCorrelations.WHITE : estimated(exact.correlations(), random)));
	}

	private static NoiseCorrelations estimated(final NoiseCorrelations exact, final SplittableRandom random) {
		final double error = random.nextDouble(MOST_LAG_ERROR);
		final float[] lags = exact.lags();
		for (int lag = 0; lag < lags.length; lag++)
			lags[lag] = Correlations.clamped(lags[lag] + error * random.nextGaussian());
		return new NoiseCorrelations(lags, shared(exact.rows(), random), shared(exact.columns(), random));
	}

	private static float shared(final double exact, final SplittableRandom random) {
		if (exact > 0) return (float) (exact * Math.exp(SHARED_ERROR * random.nextGaussian()));
		return random.nextBoolean() ? 0 : (float) Math.abs(NOTHING_SHARED * random.nextGaussian());
	}
}
