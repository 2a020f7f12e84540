package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planes that one camera takes one after the other. */
class SeriesNoiseTest {

	private static final int SIDE = 64, AREA = SIDE * SIDE;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 5, 7 })
	void aMosaicGivesBackItsPatches(final int count) {
		final List<float[]> patches = new ArrayList<>();
		final SplittableRandom random = new SplittableRandom(count);
		for (int k = 0; k < count; k++) {
			final float[] patch = new float[25];
			for (int i = 0; i < patch.length; i++)
				patch[i] = (float) random.nextGaussian();
			patches.add(patch);
		}
		final Mosaic mosaic = Mosaic.of(patches);
		final List<float[]> parted = mosaic.parted(mosaic.joined(patches), count);
		for (int k = 0; k < count; k++)
			assertArrayEquals(patches.get(k), parted.get(k));
	}

	/** Planes of a series are as noisy as each other, and their noise is their own. */
	@Test
	void noiseIsOfOneKindAndOfEachItsOwn() {
		final ProceduralNoise noise = ProceduralNoise.withoutStripes();
		final Tones tones = new Tones(new float[] { -1, 0, 1 });
		double worst = 0, shared = 0;
		final int series = 60;
		for (int seed = 0; seed < series; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final float[] scene = new float[AREA];
			for (int i = 0; i < AREA; i++)
				scene[i] = (float) Math.sin(i % SIDE * 0.2 + seed);
			final SeenSeries seen = noise.noisy(tones, List.of(scene, scene.clone(), scene.clone()), random);
			assertArrayEquals(seen.truths().get(0), seen.truths().get(1));
			assertEquals(0, seen.noise().correlations().rows(), 0.2);
			final double[] variances = new double[2];
			double covariance = 0;
			for (int i = 0; i < AREA; i++) {
				final double a = seen.seen().get(0)[i] - seen.truths().get(0)[i], b = seen.seen().get(1)[i] - seen.truths().get(1)[i];
				variances[0] += a * a;
				variances[1] += b * b;
				covariance += a * b;
			}
			worst = Math.max(worst, Math.abs(Math.log(variances[0] / variances[1])));
			shared += Math.abs(covariance) / Math.sqrt(variances[0] * variances[1]) / series;
		}
		assertTrue(worst < 0.5, "variances differ by a factor of " + Math.exp(worst));
		assertTrue(shared < 0.08, "planes share " + shared + " of their noise");
	}
}
