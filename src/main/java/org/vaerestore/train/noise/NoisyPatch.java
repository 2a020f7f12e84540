package org.vaerestore.train.noise;

import org.vaerestore.vae.noise.NoiseCorrelations;

/**
 * A square patch, what is seen of it, and what is true of its noise.
 *
 * @param truth row by row
 * @param seen row by row, with noise
 * @param level standard deviation of the noise without what rows and columns share
 * @param correlations of the noise
 */
record NoisyPatch(float[] truth, float[] seen, double level, NoiseCorrelations correlations) {

	/** Returns a patch with noise that has been added. */
	static NoisyPatch of(final float[] truth, final Grain.Drawn grain, final double level) {
		final float[] seen = truth.clone();
		for (int i = 0; i < seen.length; i++)
			seen[i] += (float) (level * grain.values()[i]);
		return new NoisyPatch(truth, seen, level, grain.correlations());
	}

	/** Returns the side of a square patch in pixels. */
	static int sideOf(final float[] patch) {
		return (int) Math.round(Math.sqrt(patch.length));
	}

	/** Returns this in network units: a scene of standard deviation 1 has it again with all of its noise. */
	NoisyPatch standardised() {
		final double rows = correlations.rows(), columns = correlations.columns();
		final double scale = Math.sqrt(1 + level * level * (1 + rows * rows + columns * columns));
		return new NoisyPatch(divided(truth, scale), divided(seen, scale), level / scale, correlations);
	}

	private static float[] divided(final float[] values, final double divisor) {
		final float[] divided = new float[values.length];
		for (int i = 0; i < divided.length; i++)
			divided[i] = (float) (values[i] / divisor);
		return divided;
	}
}
