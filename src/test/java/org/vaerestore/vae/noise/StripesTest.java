package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

class StripesTest {

	private static final int SIDE = 256;
	private static final double NOISE = 10;

	@ParameterizedTest
	@CsvSource({ "0.15, 0", "0.5, 0.3", "1.5, 0.8", "0, 3" })
	void whatRowsAndColumnsShareIsFound(final double rows, final double columns) {
		final double[] signal = Scene.cells(SIDE, SIDE, 3).signal();
		final double[] ofRows = offsets(4), ofColumns = offsets(5);
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(plane((x, y) -> 200 * signal[(int) y * SIDE +
			(int) x] + NOISE * (rows * ofRows[(int) y] + columns * ofColumns[(int) x]))));
		assertEquals(rows, estimate.correlations().rows(), 0.12 * rows + 0.01);
		assertEquals(columns, estimate.correlations().columns(), 0.12 * columns + 0.01);
		assertEquals(NOISE, estimate.level().deviation(), 0.05 * NOISE);
		for (final float lag : estimate.correlations().lags())
			assertEquals(0, lag, 0.08);
	}

	/** A camera that reads rows in pairs gives both of a pair the same offset. */
	@Test
	void noiseThatCorrelatesAcrossRowsIsNoStripe() {
		final FilteredNoise noise = FilteredNoise.of(SIDE, 2, (x, y) -> x == 0 ? Math.exp(-y * y / 2) : 0, 6);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) noise.values()[i];
		assertEquals(new Stripes(0, 0), Stripes.of(List.of(new Plane(values, SIDE, SIDE, null))));
	}

	@Test
	void structureAlongRowsIsNoStripe() {
		requireNone((x, y) -> y > 100 ? 80 : 0);
		requireNone((x, y) -> 60 * Math.exp(-(y - 77) * (y - 77) / 3) + 40 * Math.exp(-(y - 150) * (y - 150) / 2));
		requireNone((x, y) -> 0.5 * y + 30 * Math.sin(y / 40));
		requireNone((x, y) -> (int) y / 24 % 2 * 50);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 2.5, 3, 5, 8, 16 })
	void gratingsAlongRowsAreNoStripes(final double period) {
		requireNone((x, y) -> 30 * Math.sin(2 * Math.PI * y / period));
		requireNone((x, y) -> 30 * Math.signum(Math.sin(2 * Math.PI * (y + 0.3) / period)));
	}

	/** What a few rows have, and what parts of rows have, whole rows don't share. */
	@Test
	void fibresAlongRowsAreNoStripes() {
		final SplittableRandom random = new SplittableRandom(7);
		final float[] fibres = new float[SIDE * SIDE];
		for (int i = 0; i < 60; i++) {
			final int left = random.nextInt(SIDE) - 40, y = random.nextInt(SIDE), length = random.nextInt(40, 140);
			final float bright = random.nextInt(20, 100);
			for (int x = Math.max(0, left); x < Math.min(SIDE, left + length); x++)
				fibres[y * SIDE + x] += bright;
		}
		final double rows = Math.sqrt(Stripes.of(List.of(plane((x, y) -> fibres[(int) y * SIDE + (int) x]))).rows());
		assertTrue(rows < 0.1 * NOISE, () -> "rows share " + rows);
	}

	private static void requireNone(final DoubleBinaryOperator signal) {
		final NoiseCorrelations found = NoiseEstimation.estimate(List.of(plane(signal))).correlations();
		assertEquals(0, found.rows());
		assertEquals(0, found.columns());
	}

	private static double[] offsets(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] offsets = new double[SIDE];
		double squares = 0;
		for (int i = 0; i < SIDE; i++) {
			offsets[i] = random.nextGaussian();
			squares += offsets[i] * offsets[i] / SIDE;
		}
		for (int i = 0; i < SIDE; i++)
			offsets[i] /= Math.sqrt(squares);
		return offsets;
	}

	private static Plane plane(final DoubleBinaryOperator signal) {
		final SplittableRandom random = new SplittableRandom(8);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (100 + signal.applyAsDouble(i % SIDE, i / SIDE) + NOISE * random.nextGaussian());
		return new Plane(values, SIDE, SIDE, null);
	}
}
