package org.vaerestore.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledStartTest {

	/** A network that is to be sampled begins with what the other one knows: its mean and variance are the same. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void computesTheSame(final int shuffle) {
		final Architecture architecture = new Architecture(shuffle, 3, 8, 2, 1);
		final SplittableRandom random = new SplittableRandom(5);
		try (LadderVae vae = new LadderVae(architecture, 3, 1); LadderVae fresh = new LadderVae(architecture.with(PriorUse.SAMPLED), 4,
			1))
		{
			final List<Tensor> weights = vae.weights();
			for (final Tensor tensor : weights)
				for (int i = 0; i < tensor.values().length; i++)
					tensor.values()[i] += (float) (0.05 * random.nextGaussian());
			vae.setWeights(weights);
			fresh.setWeights(SampledStart.of(weights, fresh.weights()));
			final float[] values = new float[2 * 16 * 16], visible = new float[values.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = (float) random.nextGaussian();
				visible[i] = random.nextInt(2);
			}
			final Pictures pictures = Pictures.alike(2, 16, 16, values, visible, ToldNoise.NONE);
			final Prediction expected = vae.predict(pictures, Latents.mean()), found = fresh.predict(pictures, Latents.mean());
			assertArrayEquals(expected.mean(), found.mean(), 1e-4f);
			assertArrayEquals(expected.variance(), found.variance(), 1e-3f * max(expected.variance()));
			final Latents one = Latents.sample(architecture, new long[] { 1, 2 }, new int[2], new int[2]);
			assertTrue(!Arrays.equals(found.mean(), fresh.predict(pictures, one).mean()));
		}
	}

	private static float max(final float[] values) {
		return Collections.max(IntStream.range(0, values.length).mapToObj(i -> values[i]).toList());
	}
}
