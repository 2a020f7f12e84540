package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;

class LocalGaussianFillTest {

	@Test
	void keepsVisiblePixelsAndSaysHowMuchItKnows() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 20; trial++) {
			final int width = random.nextInt(1, 50), height = random.nextInt(1, 50);
			final float[] plane = new float[width * height];
			final boolean[] hidden = new boolean[plane.length];
			for (int i = 0; i < plane.length; i++) {
				plane[i] = (float) random.nextDouble(-5, 5);
				hidden[i] = random.nextInt(4) == 0;
			}
			final float[] filled = plane.clone();
			ClassicalFill.hybrid(filled, hidden, width, height);
			final float[] trust = LocalGaussianFill.improve(filled, hidden, width, Progress.silent());
			for (int i = 0; i < plane.length; i++) {
				assertTrue(Float.isFinite(filled[i]));
				assertTrue(trust[i] >= 0 && trust[i] <= 1, "trust " + trust[i]);
				if (hidden[i]) continue;
				assertEquals(plane[i], filled[i]);
				assertEquals(1, trust[i]);
			}
		}
	}

	/** A diagonal grating is what no fill that knows nothing of the plane can go on with. */
	@Test
	void goesOnWithStripes() {
		final int side = 96;
		final float[] plane = new float[side * side];
		final boolean[] hidden = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++) {
			plane[i] = (float) Math.sin((i % side + 0.6 * (i / side)) * 0.9);
			hidden[i] = Math.abs(i % side - 40 - i / side / 4) < 3;
		}
		final float[] classical = plane.clone(), filled = plane.clone();
		ClassicalFill.hybrid(classical, hidden, side, side);
		ClassicalFill.hybrid(filled, hidden, side, side);
		final float[] trust = LocalGaussianFill.improve(filled, hidden, side, Progress.silent());
		assertTrue(error(filled, plane) < 0.05 * error(classical, plane), error(filled, plane) + " of " + error(classical,
			plane));
		for (int i = 0; i < plane.length; i++)
			if (hidden[i]) assertTrue(trust[i] > 0.9, "trust " + trust[i]);
	}

	@Test
	void knowsThatNoiseCannotBeKnown() {
		final SplittableRandom random = new SplittableRandom(2);
		final int side = 80;
		final float[] plane = new float[side * side];
		final boolean[] hidden = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++) {
			plane[i] = (float) (10 + random.nextGaussian());
			hidden[i] = random.nextInt(10) == 0;
		}
		final float[] classical = plane.clone(), filled = plane.clone();
		ClassicalFill.biharmonic(classical, hidden, side, side);
		ClassicalFill.hybrid(filled, hidden, side, side);
		final float[] trust = LocalGaussianFill.improve(filled, hidden, side, Progress.silent());
		assertTrue(error(filled, plane) < 0.8 * error(classical, plane));
		double sum = 0, count = 0;
		for (int i = 0; i < plane.length; i++)
			if (hidden[i]) {
				sum += trust[i];
				count++;
			}
		assertTrue(sum / count < 0.25, "mean trust " + sum / count);
	}

	@Test
	void movesAndScalesWithTheValuesAndGivesTheSameBitsAgain() {
		final SplittableRandom random = new SplittableRandom(3);
		final int side = 64;
		final float[] plane = new float[side * side], moved = new float[plane.length];
		final boolean[] hidden = new boolean[plane.length];
		for (int i = 0; i < plane.length; i++) {
			plane[i] = (float) (Math.cos(i % side * 0.3) * Math.sin(i / side * 0.2) + 0.1 * random.nextGaussian());
			moved[i] = 8 * plane[i] + 100;
			hidden[i] = random.nextInt(6) == 0;
		}
		final float[] again = plane.clone();
		for (final float[] one : new float[][] { plane, moved, again }) {
			ClassicalFill.hybrid(one, hidden, side, side);
			LocalGaussianFill.improve(one, hidden, side, Progress.silent());
		}
		assertArrayEquals(plane, again);
		for (int i = 0; i < plane.length; i++)
			assertEquals(8 * plane[i] + 100, moved[i], 2e-3);
	}

	/** The conditional mean and variance against their textbook formulas. */
	@Test
	void predictsAsTheNormalDistributionDoes() {
		final SplittableRandom random = new SplittableRandom(4);
		final int size = 5;
		final PatchGaussian.Moments moments = new PatchGaussian.Moments(size);
		final double[] mean = new double[size];
		final double[][] covariance = new double[size][size];
		final float[][] patches = new float[400][size];
		for (final float[] patch : patches) {
			final double common = random.nextGaussian();
			for (int i = 0; i < size; i++) {
				patch[i] = (float) (i + common * (1 + i % 2) + 0.5 * random.nextGaussian());
				mean[i] += patch[i] / (double) patches.length;
			}
			moments.add(patch, 2.5);
		}
		double trace = 0, level = 0;
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++)
				for (final float[] patch : patches)
					covariance[i][j] += (patch[i] - mean[i]) * (patch[j] - mean[j]) / patches.length;
			trace += covariance[i][i];
			level += mean[i] * mean[i];
		}
		for (int i = 0; i < size; i++)
			covariance[i][i] += (2e-3 * trace + 1e-9 * (level + trace)) / size;
		final RealMatrix all = new Array2DRowRealMatrix(covariance);
		final int[] hidden = { 1, 4 }, visible = { 0, 2, 3 };
		final RealMatrix gain = all.getSubMatrix(hidden, visible).multiply(new LUDecomposition(all.getSubMatrix(visible,
			visible)).getSolver().getInverse());
		final RealMatrix left = all.getSubMatrix(hidden, hidden).subtract(gain.multiply(all.getSubMatrix(visible, hidden)));
		final float[] patch = { 0.3f, Float.NaN, 2.5f, 4, Float.NaN };
		final double[] values = new double[size], variances = new double[size];
		moments.distribution().predict(patch, hidden, 2, values, variances);
		for (int k = 0; k < 2; k++) {
			double expected = mean[hidden[k]];
			for (int v = 0; v < visible.length; v++)
				expected += gain.getEntry(k, v) * (patch[visible[v]] - mean[visible[v]]);
			assertEquals(expected, values[k], 1e-6);
			assertEquals(left.getEntry(k, k), variances[k], 1e-6);
		}
	}

	private static double error(final float[] plane, final float[] truth) {
		double sum = 0;
		for (int i = 0; i < plane.length; i++)
			sum += (plane[i] - truth[i]) * (plane[i] - truth[i]);
		return sum;
	}
}
