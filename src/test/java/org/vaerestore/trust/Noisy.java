package org.vaerestore.trust;

import java.util.Random;

import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoiseModel;

/** Pictures with known noise, and results that are known to be right or wrong. */
final class Noisy {

	static final int SIDE = 256;
	static final double SD = 10;
	static final NoiseModel NOISE = new GaussianNoise(SD * SD);

	private Noisy() {}

	/** Returns a smooth signal from about 50 to 250. */
	static float[] signal() {
		final float[] signal = new float[SIDE * SIDE];
		for (int i = 0; i < signal.length; i++)
			signal[i] = (float) (150 + 100 * Math.sin(0.021 * (i % SIDE)) * Math.cos(0.017 * (i / SIDE)));
		return signal;
	}

	/** Returns white normal noise. */
	static float[] noise(final int seed) {
		final Random random = new Random(seed);
		final float[] noise = new float[SIDE * SIDE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (SD * random.nextGaussian());
		return noise;
	}

	static float[] sum(final float[] a, final float[] b) {
		final float[] sum = a.clone();
		for (int i = 0; i < sum.length; i++)
			sum[i] += b[i];
		return sum;
	}

	static Look look(final float[] input, final float[] result) {
		final boolean[] known = new boolean[input.length];
		java.util.Arrays.fill(known, true);
		return new Look(0, new Region(0, 0, SIDE, input.length / SIDE), input, result, null, known);
	}
}
