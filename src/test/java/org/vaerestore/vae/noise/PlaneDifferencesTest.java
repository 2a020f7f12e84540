package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;
import org.vaerestore.vae.noise.NoiseLevel.Source;

/** Planes that show the same texture tell the noise, whatever the texture is like. */
class PlaneDifferencesTest {

	private static final int SIDE = 192;

	@ParameterizedTest
	@CsvSource({ "1, 0", "1.1, 0", "1.3, 40", "0.8, -20" })
	void textureThatPlanesShareIsNotNoise(final double brighter, final double offset) {
		for (final float[] texture : List.of(letters(1), Grain.of(SIDE, 1, 30, 2), Grain.of(SIDE, 0.6, 30, 3))) {
			final List<Plane> planes = new ArrayList<>();
			for (int frame = 0; frame < 4; frame++) {
				final double gain = frame % 2 == 0 ? 1 : brighter, dark = frame % 2 == 0 ? 0 : offset;
				planes.add(recorded(texture, value -> gain * value + dark, 100, frame));
			}
			final NoiseEstimate estimate = NoiseEstimation.estimate(planes);
			assertEquals(10, estimate.level().deviation(), 0.8, estimate::toString);
			assertEquals(Source.DIFFERENCES, estimate.level().source());
			assertFalse(estimate.level().isDoubtful());
			assertEquals(0, estimate.correlation(), 0.1);
		}
	}

	/** The noise of each plane grows with its signal. */
	@Test
	void photonNoiseKeepsItsGain() {
		final float[] texture = letters(4);
		final List<Plane> planes = new ArrayList<>();
		for (int frame = 0; frame < 4; frame++) {
			final SplittableRandom random = new SplittableRandom(frame);
			final float[] values = new float[SIDE * SIDE];
			for (int i = 0; i < values.length; i++) {
				final double signal = 300 + texture[i] + 300.0 * i / values.length;
				values[i] = (float) (signal + Math.sqrt(25 + 2 * signal) * random.nextGaussian());
			}
			planes.add(new Plane(values, SIDE, SIDE, null));
		}
		final NoiseEstimate estimate = NoiseEstimation.estimate(planes);
		assertEquals(Source.DIFFERENCES, estimate.level().source());
		for (final double signal : new double[] { 300, 450, 600 })
			assertEquals(25 + 2 * signal, estimate.gain() * signal + estimate.offset(), 0.1 * (25 + 2 * signal));
	}

	@Test
	void copiesTellNothing() {
		final Plane plane = recorded(Grain.of(SIDE, 8, 30, 5), value -> value, 100, 1);
		final NoiseEstimate alone = NoiseEstimation.estimate(List.of(plane));
		final NoiseEstimate twice = NoiseEstimation.estimate(List.of(plane, plane));
		assertEquals(10, alone.level().deviation(), 0.5);
		assertEquals(alone.level().deviation(), twice.level().deviation(), 0.2);
		assertEquals(Source.FLAT_PLACES, twice.level().source());
	}

	/** A running mean of two frames: neighbours share half of their noise. */
	@Test
	void framesThatShareNoiseTellNothing() {
		final List<Plane> frames = new ArrayList<>();
		for (int frame = 0; frame < 5; frame++)
			frames.add(recorded(new float[SIDE * SIDE], value -> 0.01 * value, 200, frame));
		final List<Plane> means = new ArrayList<>();
		for (int frame = 0; frame + 1 < 5; frame++) {
			final float[] mean = frames.get(frame).values().clone();
			for (int i = 0; i < mean.length; i++)
				mean[i] = (mean[i] + frames.get(frame + 1).values()[i]) / 2;
			means.add(new Plane(mean, SIDE, SIDE, null));
		}
		assertEquals(10 / Math.sqrt(2), NoiseEstimation.estimate(means).level().deviation(), 0.4);
	}

	@Test
	void planesThatShowSomethingElseTellNothing() {
		final List<Plane> planes = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			planes.add(recorded(Grain.of(SIDE, 6, 60, 20 + i), value -> value, 100, i));
		final NoiseEstimate estimate = NoiseEstimation.estimate(planes);
		assertEquals(10, estimate.level().deviation(), 0.5, estimate::toString);
		assertTrue(estimate.level().source() != Source.DIFFERENCES);
	}

	private static Plane recorded(final float[] texture, final DoubleUnaryOperator light, final double mean,
		final long seed)
	{
		final SplittableRandom random = new SplittableRandom(100 + seed);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (light.applyAsDouble(mean + texture[i]) + 10 * random.nextGaussian());
		return new Plane(values, SIDE, SIDE, null);
	}

	/** Strokes with sharp edges that leave no pattern of pixels free. */
	private static float[] letters(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] ink = new float[SIDE * SIDE];
		for (int stroke = 0; stroke < 3000; stroke++) {
			final boolean upright = random.nextBoolean();
			final int x = random.nextInt(SIDE - 8), y = random.nextInt(SIDE - 8);
			for (int i = 0; i < 7; i++)
				ink[upright ? (y + i) * SIDE + x : y * SIDE + x + i] = 80;
		}
		return ink;
	}
}
