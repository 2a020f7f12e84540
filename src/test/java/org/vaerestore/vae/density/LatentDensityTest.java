package org.vaerestore.vae.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.Progress;

class LatentDensityTest {

	@Test
	void findsTwoClusters() {
		final double[][] rows = twoClusters(2000, 3, 5);
		final LatentDensity density = LatentDensity.fit(rows, 5, Progress.silent());
		assertEquals(2, density.weights().length);
		final int large = density.weights()[0] > density.weights()[1] ? 0 : 1;
		assertEquals(0.7, density.weights()[large], 0.03);
		for (int i = 0; i < 3; i++) {
			assertEquals(2, density.means()[large][i], 0.1);
			assertEquals(-2, density.means()[1 - large][i], 0.1);
			assertEquals(0.25, density.covariances()[large][i][i], 0.04);
		}
	}

	@Test
	void oneGaussianStaysOneComponent() {
		final SplittableRandom random = new SplittableRandom(6);
		final double[][] rows = new double[500][2];
		for (final double[] row : rows) {
			row[0] = 3 * random.nextGaussian();
			row[1] = row[0] + random.nextGaussian();
		}
		final LatentDensity density = LatentDensity.fit(rows, 3, Progress.silent());
		assertEquals(1, density.weights().length);
		assertEquals(9, density.covariances()[0][0][1], 1.2);
		final double[] point = { 1, 2 };
		assertEquals(Math.log(new MultivariateNormalDistribution(null, new double[2], new double[][] { { 9, 9 }, { 9,
			10 } }).density(point)), density.logDensity(point), 0.2);
	}

	@Test
	void theSameRowsGiveTheSameBits() {
		final LatentDensity density = LatentDensity.fit(twoClusters(500, 4, 7), 3, Progress.silent());
		final LatentDensity again = LatentDensity.fit(twoClusters(500, 4, 7), 3, Progress.silent());
		assertEquals(density, again);
		assertEquals(density.hashCode(), again.hashCode());
		assertArrayEquals(density.field(1, 1, new SplittableRandom(1))[0], again.field(1, 1, new SplittableRandom(1))[0]);
		assertNotEquals(density, LatentDensity.fit(twoClusters(500, 4, 8), 3, Progress.silent()));
	}

	@Test
	void comesBackFromItsNumbers() {
		final LatentDensity density = LatentDensity.fit(twoClusters(500, 4, 9), 3, Progress.silent()).withCorrelation(0.7);
		final LatentDensity back = LatentDensity.of(density.weights(), density.means(), density.covariances(), density
			.quantiles()).withCorrelation(density.correlation());
		assertEquals(density, back);
		final double[] row = { 1, 0, 2, -1 };
		assertEquals(density.logDensity(row), back.logDensity(row));
		assertEquals(density.typicality(row), back.typicality(row));
	}

	@Test
	void samplesAreDistributedAsTheRowsWere() {
		final double[][] rows = twoClusters(2000, 2, 10);
		final LatentDensity density = LatentDensity.fit(rows, 3, Progress.silent());
		final SplittableRandom random = new SplittableRandom(11);
		final double[][] samples = new double[4000][];
		Arrays.setAll(samples, i -> density.field(1, 1, random)[0]);
		assertArrayEquals(Moments.mean(rows), Moments.mean(samples), 0.15);
		assertEquals(0.5, Arrays.stream(samples).mapToDouble(density::typicality).average().orElseThrow(), 0.03);
	}

	/** A field goes through all of the density, but slowly: its neighbours correlate as they are told to. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 0.8 })
	void neighboursOfAFieldCorrelate(final double correlation) {
		final int side = 150;
		final double[][] rows = twoClusters(2000, 2, 10);
		final LatentDensity density = LatentDensity.fit(rows, 3, Progress.silent()).withCorrelation(correlation);
		final double[][] field = density.field(side, side, new SplittableRandom(12));
		assertEquals(side * side, field.length);
		// The more neighbours agree, the fewer places there are that tell something of their own.
		final double spread = 0.15 + 0.8 * correlation;
		assertArrayEquals(Moments.mean(rows), Moments.mean(field), spread);
		double across = 0, down = 0, squares = 0;
		final double mean = Moments.mean(field)[0];
		for (int i = 0; i < field.length; i++) {
			squares += (field[i][0] - mean) * (field[i][0] - mean) / field.length;
			if (i % side > 0) across += (field[i][0] - mean) * (field[i - 1][0] - mean) / (side * (side - 1));
			if (i >= side) down += (field[i][0] - mean) * (field[i - side][0] - mean) / (side * (side - 1));
		}
		assertEquals(correlation, across / squares, 0.05);
		assertEquals(across / squares, down / squares, 0.05);
		if (correlation == 0) assertEquals(0, across / squares, 0.02);
	}

	@Test
	void typicalityTellsTheUsualFromTheStrange() {
		final double[][] rows = twoClusters(1000, 3, 12);
		final LatentDensity density = LatentDensity.fit(rows, 3, Progress.silent());
		assertTrue(density.typicality(new double[] { 2, 2, 2 }) > 0.95);
		assertEquals(0, density.typicality(new double[] { 50, 50, 50 }));
		assertEquals(0, density.typicality(new double[] { 0, 0, 0 }), 0.01);
		for (int i = 0; i < 100; i++) {
			final double own = density.logDensity(rows[i]);
			final long lower = Arrays.stream(rows).filter(row -> density.logDensity(row) < own).count();
			assertEquals(lower / 1000.0, density.typicality(rows[i]), 0.01);
		}
	}

	@Test
	void survivesDegenerateRows() {
		final SplittableRandom random = new SplittableRandom(13);
		check(new double[][] { { 1, 2, 3 } });
		check(new double[][] { { 1, 2, 3 }, { 1, 2, 3 } });
		check(new double[300][5]);
		final double[][] few = new double[4][16];
		final double[][] line = new double[100][6];
		final double[][] copies = new double[150][2];
		final double[][] outlier = new double[120][3];
		for (final double[] row : few)
			Arrays.setAll(row, i -> random.nextGaussian());
		for (final double[] row : line) {
			final double along = random.nextGaussian();
			Arrays.setAll(row, i -> i == 5 ? 7 : i * along);
		}
		for (int i = 0; i < copies.length; i++)
			Arrays.fill(copies[i], i % 3);
		for (final double[] row : outlier)
			Arrays.setAll(row, i -> random.nextGaussian());
		outlier[17][1] = 1e9;
		check(few);
		check(line);
		check(copies);
		check(outlier);
	}

	@Test
	void copiesOfThreeRowsAreThreeClusters() {
		final double[][] copies = new double[150][2];
		for (int i = 0; i < copies.length; i++)
			Arrays.fill(copies[i], i % 3);
		assertEquals(3, LatentDensity.fit(copies, 5, Progress.silent()).weights().length);
	}

	@Test
	void badNumbersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.fit(new double[0][], 2, Progress.silent()));
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.fit(new double[][] { { 1, Double.NaN } }, 2, Progress.silent()));
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.fit(new double[][] { { 1 }, { 1, 2 } }, 2, Progress.silent()));
		final double[] quantiles = { -1, 0 };
		final double[][] mean = { { 0, 0 } };
		final double[] one = { 1 };
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.of(one, mean, new double[][][] { { { 1, 2 }, { 2,
			1 } } }, quantiles));
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.of(one, mean, new double[][][] { { { 1 } } },
			quantiles));
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.of(new double[] { 0.5 }, mean, new double[][][] { {
			{ 1, 0 }, { 0, 1 } } }, quantiles));
		assertThrows(IllegalArgumentException.class, () -> LatentDensity.of(one, mean, new double[][][] { { { 1, 0 }, { 0,
			1 } } }, new double[] { 1, 0 }));
	}

	private static void check(final double[][] rows) {
		final LatentDensity density = LatentDensity.fit(rows, 4, Progress.silent());
		final SplittableRandom random = new SplittableRandom(14);
		for (final double[] row : rows) {
			assertTrue(Double.isFinite(density.logDensity(row)));
			final double typicality = density.typicality(row);
			assertTrue(typicality >= 0 && typicality <= 1);
		}
		assertTrue(Arrays.stream(density.field(1, 1, random)[0]).allMatch(Double::isFinite));
		assertEquals(1, Arrays.stream(density.weights()).sum(), 1e-9);
		assertEquals(density, LatentDensity.of(density.weights(), density.means(), density.covariances(), density
			.quantiles()));
	}

	private static double[][] twoClusters(final int count, final int dimensions, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] rows = new double[count][dimensions];
		for (final double[] row : rows) {
			final double center = random.nextDouble() < 0.7 ? 2 : -2;
			Arrays.setAll(row, i -> center + 0.5 * random.nextGaussian());
		}
		return rows;
	}
}
