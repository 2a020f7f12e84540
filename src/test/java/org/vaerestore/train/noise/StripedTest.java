package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class StripedTest {

	private final Noise striped = new Striped(new Additive(new WhiteGrain()));

	/** The variance of the means of rows and of columns is what is told, and the rest has the level. */
	@Test
	void tellsWhatItIs() {
		final SplittableRandom random = new SplittableRandom(9);
		final int side = NoiseCheck.SIDE, patches = 300;
		double rows = 0, columns = 0, toldRows = 0, toldColumns = 0, rest = 0;
		int withRows = 0, withColumns = 0;
		for (int i = 0; i < patches; i++) {
			final NoisyPatch noisy = NoiseCheck.add(striped, random);
			final float[] residual = NoiseCheck.residual(noisy);
			final double[] row = new double[side], column = new double[side];
			for (int j = 0; j < residual.length; j++) {
				row[j / side] += residual[j] / noisy.level() / side;
				column[j % side] += residual[j] / noisy.level() / side;
			}
			double all = 0;
			for (int j = 0; j < residual.length; j++)
				all += Math.pow(residual[j] / noisy.level() - row[j / side] - column[j % side], 2) / residual.length;
			double mean = 0;
			for (final double value : row)
				mean += value / side;
			for (int j = 0; j < residual.length; j++)
				all += (2 * mean * (residual[j] / noisy.level() - row[j / side] - column[j % side]) + mean * mean) / residual.length;
			rest += all / patches;
			toldRows += Math.pow(noisy.correlations().rows(), 2) / patches;
			toldColumns += Math.pow(noisy.correlations().columns(), 2) / patches;
			rows += variance(row) / patches;
			columns += variance(column) / patches;
			if (noisy.correlations().rows() > 0) withRows++;
			if (noisy.correlations().columns() > 0) withColumns++;
		}
		assertEquals(toldRows, rows, 0.12 * toldRows + 0.02);
		assertEquals(toldColumns, columns, 0.12 * toldColumns + 0.02);
		assertEquals(1, rest, 0.05);
		assertTrue(withRows > patches / 3 && withColumns > patches / 3 && withRows + withColumns < 1.5 * patches);
	}

	/** Structure along the stripes is in the truth, in half of the patches. */
	@Test
	void drawsTrueStructureAlongTheStripes() {
		final SplittableRandom random = new SplittableRandom(10);
		int structured = 0;
		for (int i = 0; i < 100; i++)
			if (!java.util.Arrays.equals(NoiseCheck.patch(), NoiseCheck.add(striped, random).truth())) structured++;
		assertTrue(structured > 30 && structured < 70, structured + " of 100");
	}

	@Test
	void isTheSameFromTheSameSeed() {
		NoiseCheck.assertSameFromSameSeed(striped);
		NoiseCheck.assertSameFromSameSeed(new Striped(new Photons()));
	}

	private static double variance(final double[] values) {
		double sum = 0, squares = 0;
		for (final double value : values) {
			sum += value / values.length;
			squares += value * value / values.length;
		}
		return (squares - sum * sum) * values.length / (values.length - 1);
	}
}
