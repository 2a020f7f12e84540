package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

/** Measures noise of patches of a drawn scene. */
final class NoiseCheck {

	static final int SIDE = 64;

	private NoiseCheck() {}

	/** Waves, without much that is hard to see. */
	static float[] patch() {
		final float[] patch = new float[SIDE * SIDE];
		for (int i = 0; i < patch.length; i++)
			patch[i] = (float) (Math.sin(i % SIDE / 9.0) + Math.cos(i / SIDE / 7.0));
		return patch;
	}

	static Tones tones() {
		final float[] sample = patch();
		java.util.Arrays.sort(sample);
		return new Tones(sample);
	}

	static NoisyPatch add(final Noise noise, final SplittableRandom random) {
		return noise.add(patch(), tones(), random);
	}

	static float[] residual(final NoisyPatch noisy) {
		final float[] residual = new float[noisy.seen().length];
		for (int i = 0; i < residual.length; i++)
			residual[i] = noisy.seen()[i] - noisy.truth()[i];
		return residual;
	}

	/** In many patches, what is seen is the truth with noise of mean 0 and of the level and the correlations that are told. */
	static void assertTellsWhatItIs(final Noise noise) {
		final SplittableRandom random = new SplittableRandom(5);
		final int patches = 60;
		double mean = 0, variance = 0, lag = 0, told = 0;
		for (int i = 0; i < patches; i++) {
			final NoisyPatch noisy = add(noise, random);
			final float[] residual = residual(noisy);
			for (final float value : residual) {
				mean += value / noisy.level() / residual.length / patches;
				variance += Math.pow(value / noisy.level(), 2) / residual.length / patches;
			}
			lag += Correlations.measured(residual, SIDE).lags()[0] / patches;
			told += noisy.correlations().lags()[0] / patches;
		}
		assertEquals(0, mean, 0.02);
		assertEquals(1, variance, 0.05);
		assertEquals(told, lag, 0.02);
	}

	static void assertSameFromSameSeed(final Noise noise) {
		final NoisyPatch first = add(noise, new SplittableRandom(3)), again = add(noise, new SplittableRandom(3));
		assertArrayEquals(first.seen(), again.seen());
		assertArrayEquals(first.truth(), again.truth());
		assertEquals(first.level(), again.level());
	}
}
