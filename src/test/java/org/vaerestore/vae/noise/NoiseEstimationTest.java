package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

class NoiseEstimationTest {

	private static final Scene CELLS = Scene.cells(256, 256, 5);
	private static final Scene TEXTURED = Scene.textured(256, 256, 6);

	@ParameterizedTest
	@CsvSource({ "0.5, 0.3, 255, 0, 255", "1, 4, 255, 0, 255", "3, 2, 255, 0, 255", "8, 20, 255, 0, 255",
		"20, 60, 255, 0, 255", "0, 25, 255, 0, 255", "0, 400, 255, 0, 255", "1, 0, 10, 0, 65535", "1, 0, 3, 0, 65535",
		"0.5, 2.5, 4000, 0, 4095", "20, 400, 30000, 0, 65535", "0, 100, 30, 0, 255", "0, 400, 30, 0, 255" })
	void findsTheNoiseOfIntegerImages(final double gain, final double offset, final double peak, final double low,
		final double high)
	{
		for (final Scene scene : List.of(CELLS, TEXTURED)) {
			final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(scene.record(gain, offset, peak, low, high, true,
				7)));
			final double rounding = offset > 0 ? 1 / 12.0 : 0;
			for (final double share : new double[] { 0.1, 0.5, 0.9 }) {
				final double signal = peak * scene.quantile(share);
				final double truth = gain * signal + offset + rounding;
				assertEquals(truth, estimate.gain() * signal + estimate.offset(), (share == 0.5 ? 0.15 : 0.3) * truth,
					() -> estimate + " at " + signal);
			}
			assertEquals(0, estimate.correlation(), 0.1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.01, 0.0001", "0, 0.0001", "0.05, 0" })
	void findsTheNoiseOfFloatImages(final double gain, final double offset) {
		final Plane plane = CELLS.record(gain, offset, 1, -1e9, 1e9, false, 8);
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(plane));
		for (final double share : new double[] { 0.1, 0.5, 0.9 }) {
			final double truth = gain * CELLS.quantile(share) + offset;
			assertEquals(truth, estimate.gain() * CELLS.quantile(share) + estimate.offset(), 0.15 * truth, estimate
				::toString);
		}
	}

	@Test
	void unitsDoNotMatter() {
		final Plane plane = CELLS.record(2, 10, 200, 0, 1e9, false, 9);
		final float[] scaled = plane.values().clone();
		for (int i = 0; i < scaled.length; i++)
			scaled[i] *= 1024;
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(plane));
		final NoiseEstimate other = NoiseEstimation.estimate(List.of(new Plane(scaled, 256, 256, null)));
		assertEquals(estimate.gain() * 1024, other.gain(), 1e-6 * other.gain());
		assertEquals(estimate.offset() * 1024 * 1024, other.offset(), 1e-6 * Math.abs(other.offset()));
		assertEquals(estimate.share(), other.share(), 1e-6);
	}

	@Test
	void findsABlackLevel() {
		final float[] values = CELLS.record(2, 20, 3000, -1e9, 1e9, false, 10).values();
		for (int i = 0; i < values.length; i++)
			values[i] = Math.round(values[i] + 100);
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(values, 256, 256, null)));
		assertEquals(2, estimate.gain(), 0.2);
		assertEquals(20, estimate.gain() * 100 + estimate.offset(), 100);
		assertTrue(estimate.model().variance(100) > 0);
	}

	@Test
	void correlatedNoiseIsFoundAndMeasured() {
		final SplittableRandom random = new SplittableRandom(11);
		final double[] white = random.doubles(256 * 256).map(x -> (x - 0.5) * Math.sqrt(12)).toArray();
		final float[] values = new float[white.length];
		final int[] kernel = { 1, 2, 1 };
		for (int i = 0; i < values.length; i++) {
			double sum = 0;
			for (int k = 0; k < 9; k++) {
				final int x = Math.floorMod(i % 256 + k % 3 - 1, 256);
				final int y = Math.floorMod(i / 256 + k / 3 - 1, 256);
				sum += kernel[k % 3] * kernel[k / 3] * white[y * 256 + x] / 6;
			}
			values[i] = (float) (200 * CELLS.signal()[i] + 10 * sum);
		}
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(values, 256, 256, null)));
		assertEquals(2.0 / 3, estimate.correlation(), 0.12);
		final double middle = 200 * CELLS.quantile(0.5);
		assertEquals(100, estimate.gain() * middle + estimate.offset(), 35, estimate::toString);
	}

	/** Tiles that look flat are those whose noise happens to correlate least; the estimate must not go with them. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.4, 0.5, 0.6, 0.8, 1 })
	void correlationIsNotUnderestimated(final double sigma) {
		final SplittableRandom random = new SplittableRandom(15);
		float[] noise = new float[256 * 256];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		if (sigma > 0) noise = GaussianBlur.blur(noise, 256, 256, sigma);
		double neighbours = 0, squares = 0;
		for (int i = 0; i + 256 < noise.length; i++) {
			neighbours += noise[i] * (noise[i + 1] + noise[i + 256]) / 2;
			squares += noise[i] * noise[i];
		}
		final double deviation = Math.sqrt(squares / noise.length);
		final float[] values = new float[noise.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (200 * CELLS.signal()[i] + 10 / deviation * noise[i]);
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(values, 256, 256, null)));
		assertEquals(neighbours / squares, estimate.correlation(), 0.05);
		assertEquals(10, Math.sqrt(estimate.variance()), 1.5);
	}

	@Test
	void excludedPixelsAreNotLookedAt() {
		final Plane plane = CELLS.record(2, 10, 200, 0, 1e9, false, 12);
		final boolean[] excluded = new boolean[plane.values().length];
		final float[] damaged = plane.values().clone();
		final SplittableRandom random = new SplittableRandom(13);
		for (int i = 0; i < excluded.length; i++)
			if (random.nextInt(10) == 0 || i % 256 < 60 && i / 256 < 90) {
				excluded[i] = true;
				damaged[i] = random.nextInt(3) == 0 ? Float.NaN : random.nextInt(100_000);
			}
		final float[] holes = damaged.clone();
		for (int i = 0; i < holes.length; i++)
			if (excluded[i]) holes[i] = Float.NaN;
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(damaged, 256, 256, excluded)));
		assertEquals(NoiseEstimation.estimate(List.of(new Plane(holes, 256, 256, null))), estimate);
		final double middle = 200 * CELLS.quantile(0.5);
		assertEquals(2 * middle + 10, estimate.gain() * middle + estimate.offset(), 0.15 * (2 * middle + 10));
	}

	@Test
	void aStackOfSmallPlanesIsEnough() {
		final Scene small = Scene.cells(64, 64, 14);
		final List<Plane> planes = IntStream.range(0, 20).mapToObj(seed -> small.record(3, 10, 200, 0, 255, true, seed))
			.toList();
		final NoiseEstimate estimate = NoiseEstimation.estimate(planes);
		final double middle = 200 * small.quantile(0.5);
		assertEquals(3 * middle + 10, estimate.gain() * middle + estimate.offset(), 0.15 * (3 * middle + 10));
	}

	@Test
	void cleanImagesHaveNextToNoNoise() {
		final float[] values = new float[256 * 256];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (200 * TEXTURED.signal()[i]);
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(values, 256, 256, null)));
		assertTrue(estimate.share() < 0.01, estimate::toString);
	}

	@Test
	void whatTellsNothingHasNoNoise() {
		assertEquals(new NoNoise(), estimate(new float[64 * 64], 64).model());
		assertEquals(new NoNoise(), estimate(new float[] { 1, 2, 3, 4 }, 2).model());
		final float[] holes = new float[64 * 64];
		Arrays.fill(holes, Float.NaN);
		assertEquals(new NoNoise(), estimate(holes, 64).model());
		final float[] steps = new float[64 * 64];
		for (int i = 0; i < steps.length; i++)
			steps[i] = i % 64 / 16 * 50;
		assertEquals(0, estimate(steps, 64).share(), 1e-6);
	}

	@Test
	void sizesMustAgree() {
		assertThrows(IllegalArgumentException.class, () -> new Plane(new float[5], 2, 3, null));
		assertThrows(IllegalArgumentException.class, () -> new Plane(new float[6], 2, 3, new boolean[5]));
	}

	private static NoiseEstimate estimate(final float[] values, final int width) {
		return NoiseEstimation.estimate(List.of(new Plane(values, width, values.length / width, null)));
	}
}
