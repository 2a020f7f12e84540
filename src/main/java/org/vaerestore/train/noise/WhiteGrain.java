package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.vae.noise.NoiseCorrelations;

/** White noise. */
final class WhiteGrain implements Grain {

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final float[][] patches = new float[count][];
		for (int i = 0; i < count; i++)
			patches[i] = values(side * side, random);
		return new Drawn(patches, NoiseCorrelations.WHITE);
	}

	static float[] values(final int count, final SplittableRandom random) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}
}
