package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;
import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * Noise with offsets that all pixels of a row share, or of a column, or both: of read-out, of scanning, of a sensor's
 * columns. Half of such patches also have true structure along the stripes.
 *
 * @param noise that they come on top of
 */
record Striped(Noise noise) implements Noise {

	/** Standard deviations of what is shared in those of the other noise. */
	private static final double FAINTEST = 0.1, STRONGEST = 3;
	/** Most that is shared, in standard deviations of the scene. */
	private static final double MOST = 1.5;
	private static final double BOTH = 0.2, STRUCTURE = 0.5;

	@Override
	public NoisyPatch add(final float[] patch, final Tones tones, final SplittableRandom random) {
		final boolean both = random.nextDouble() < BOTH, byRow = random.nextBoolean();
		if (random.nextDouble() < STRUCTURE) ParallelStructure.addTo(patch, byRow, random);
		final NoisyPatch noisy = noise.add(patch, tones, random);
		final int side = NoisyPatch.sideOf(patch);
		final double rows = both || byRow ? shared(noisy.level(), random) : 0;
		final double columns = both || !byRow ? shared(noisy.level(), random) : 0;
		final float[] seen = noisy.seen().clone();
		final double[] ofRow = Offsets.draw(side, random), ofColumn = Offsets.draw(side, random);
		for (int i = 0; i < seen.length; i++)
			seen[i] += (float) (noisy.level() * (rows * ofRow[i / side] + columns * ofColumn[i % side]));
		return new NoisyPatch(noisy.truth(), seen, noisy.level(), new NoiseCorrelations(noisy.correlations().lags(),
			(float) rows, (float) columns));
	}

	private static double shared(final double level, final SplittableRandom random) {
		return Draws.logUniform(random, FAINTEST, Math.max(2 * FAINTEST, Math.min(STRONGEST, MOST / level)));
	}
}
