package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Noise of a picture that was stored as a JPEG: that of the picture, as far as it survived, and what was rounded away (ITU-T
 * T.81, baseline, luminance). The level is that of all that isn't the truth.
 *
 * @param noise of the picture
 */
record Jpeg(Noise noise) implements Noise {

	/** Grey values that a standard deviation of a scene is. */
	private static final double WEAKEST = 10, STRONGEST = 60;
	private static final double WORST = 50, BEST = 97;

	@Override
	public NoisyPatch add(final float[] patch, final Tones tones, final SplittableRandom random) {
		final NoisyPatch noisy = noise.add(patch, tones, random);
		final double contrast = Draws.logUniform(random, WEAKEST, STRONGEST);
		final double quality = random.nextDouble(WORST, BEST);
		final int side = NoisyPatch.sideOf(patch);
		final float[] seen = new JpegBlocks(quality).stored(noisy.seen(), side, contrast, random.nextInt(JpegBlocks.SIDE),
			random.nextInt(JpegBlocks.SIDE));
		final float[] rest = new float[seen.length];
		double squares = 0;
		for (int i = 0; i < rest.length; i++) {
			rest[i] = seen[i] - noisy.truth()[i];
			squares += rest[i] * (double) rest[i];
		}
		return new NoisyPatch(noisy.truth(), seen, Math.sqrt(squares / rest.length), Correlations.measured(rest, side));
	}
}
