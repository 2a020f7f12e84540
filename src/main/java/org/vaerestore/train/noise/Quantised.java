package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;
import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * Noise whose values are rounded to few levels, as those of a weak signal in 8 bits are. Next to noise as strong as its
 * steps, rounding is like white noise of a twelfth of a step's square.
 *
 * @param noise that is rounded
 */
record Quantised(Noise noise) implements Noise {

	/** A step in standard deviations of the noise. */
	private static final double FINEST = 0.3, COARSEST = 2.2;

	@Override
	public NoisyPatch add(final float[] patch, final Tones tones, final SplittableRandom random) {
		final NoisyPatch noisy = noise.add(patch, tones, random);
		final double ratio = Draws.logUniform(random, FINEST, COARSEST), step = ratio * noisy.level(), phase = random
			.nextDouble();
		final float[] seen = noisy.seen().clone();
		for (int i = 0; i < seen.length; i++)
			seen[i] = (float) (step * (Math.rint(seen[i] / step + phase) - phase));
		final double more = 1 + ratio * ratio / 12;
		return new NoisyPatch(noisy.truth(), seen, noisy.level() * Math.sqrt(more), weaker(noisy.correlations(), more));
	}

	private static NoiseCorrelations weaker(final NoiseCorrelations correlations, final double more) {
		final float[] lags = correlations.lags();
		for (int lag = 0; lag < lags.length; lag++)
			lags[lag] /= (float) more;
		return new NoiseCorrelations(lags, (float) (correlations.rows() / Math.sqrt(more)), (float) (correlations.columns() /
			Math.sqrt(more)));
	}
}
