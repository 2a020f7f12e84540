package org.vaerestore.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.Workers;
import org.vaerestore.vae.noise.NoiseCorrelations;

/** What is averaged is what means of known weights say. */
class CompanionAverageTest {

	private static final int SIDE = 8, AREA = SIDE * SIDE;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void isTheMeanByWeightsAndTellsWhatNoiseIsLeft(final int block) {
		final SplittableRandom random = new SplittableRandom(block);
		final float[] values = new float[AREA], visible = new float[AREA], other = new float[AREA];
		for (int i = 0; i < AREA; i++) {
			values[i] = (float) random.nextGaussian();
			other[i] = (float) random.nextGaussian();
			visible[i] = i == 20 ? 0 : 1;
		}
		final Pictures pictures = Pictures.alike(1, SIDE, SIDE, values, visible, new ToldNoise(0.5f, NoiseCorrelations.WHITE));
		final Companion companion = Companion.visible(other, 0.25f);
		// A score of 1.5 has the weight of the picture itself.
		final float[] average = Workers.call(() -> {
			final int positions = SIDE / block, pixels = block * block;
			final INDArray said = OffHeap.allocate(1, positions, positions, pixels);
			for (int i = 0; i < said.length(); i++)
				OffHeap.buffer(said).put(i, 1.5f);
			try (CompanionAverage made = new CompanionAverage(block)) {
				made.begin(pictures, 0, 1);
				made.add(companion, 0, said, 0);
				final float[] means = made.end().clone();
				// Half of each, the other's noise being half as strong: sqrt(1 + 1 / 4) / 2 of what there was; where nothing is seen, all of it.
				final float[] left = made.left();
				for (int position = 0; position < left.length; position++)
					assertEquals(position == 20 / SIDE / block * positions + 20 % SIDE / block ? ((pixels - 1) * Math.sqrt(1.25) / 2 + 1) / pixels : Math
						.sqrt(1.25) / 2, left[position], 1e-5);
				return means;
			}
			finally {
				OffHeap.close(said);
			}
		});
		for (int i = 0; i < AREA; i++)
			assertEquals(i == 20 ? values[i] : (values[i] + other[i]) / 2, average[i], 1e-5);
	}

	/** Beside what is the same, in any number, a picture stays as it is. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 6 })
	void keepsWhatAllShow(final int count) {
		final float[] values = new float[AREA], visible = new float[AREA];
		for (int i = 0; i < AREA; i++)
			values[i] = (float) Math.sin(i);
		Arrays.fill(visible, 1);
		final Architecture architecture = new Architecture(2, 2, 6, 2, 1).withCompanions(4);
		try (LadderVae vae = new LadderVae(architecture, 1, 1)) {
			final Pictures alone = Pictures.alike(1, SIDE, SIDE, values, visible, ToldNoise.NONE);
			final Companion same = Companion.visible(values, 0);
			assertArrayEquals(vae.predict(alone, Latents.mean()).mean(), vae.predict(alone.with(List.of(Collections.nCopies(count, same))),
				Latents.mean()).mean(), 1e-5f);
		}
	}
}
