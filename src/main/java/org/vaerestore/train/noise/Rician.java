package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Noise of a magnitude image of magnetic resonance: Gaussian noise of a real and an imaginary part, which is brighter than
 * the truth where this is weak (Gudbjartsson and Patz, The Rician distribution of noisy MRI data, Magnetic Resonance in
 * Medicine 1995). The truth is the magnitude without noise; the level is that of the noise around its mean, on average over
 * the patch.
 *
 * @param grain of each part
 */
record Rician(Grain grain) implements Noise {

	/** Weakest magnitude of a scene, in standard deviations of it. */
	private static final double DARKEST = 0.003, BRIGHTEST = 0.3, STRONGEST = 1.5;

	@Override
	public NoisyPatch add(final float[] patch, final Tones tones, final SplittableRandom random) {
		final double level = Math.min(STRONGEST, Strength.draw(random)), ground = Draws.logUniform(random, DARKEST, BRIGHTEST);
		final int side = NoisyPatch.sideOf(patch);
		final Grain.Drawn parts = grain.draw(side, 4, random);
		final float[][] part = parts.patches();
		final float[] truth = new float[patch.length], seen = new float[patch.length], difference = new float[patch.length];
		final double offset = Math.hypot(tones.median() - tones.least() + ground, level);
		double squares = 0;
		for (int i = 0; i < patch.length; i++) {
			final double magnitude = patch[i] - tones.least() + ground;
			final double recorded = Math.hypot(magnitude + level * part[0][i], level * part[1][i]);
			final double again = Math.hypot(magnitude + level * part[2][i], level * part[3][i]);
			truth[i] = (float) (magnitude - offset);
			seen[i] = (float) (recorded - offset);
			difference[i] = (float) (recorded - again);
			squares += difference[i] * (double) difference[i];
		}
		return new NoisyPatch(truth, seen, Math.sqrt(squares / (2 * patch.length)), Correlations.measured(difference, side));
	}
}
