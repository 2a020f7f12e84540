package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class NoiseScaleTest {

	@Test
	void isTheStandardDeviationOfAGaussianWhateverOutliersThereAre() {
		final Random random = new Random(2);
		final float[] residuals = new float[20_000];
		for (int i = 0; i < residuals.length; i++)
			residuals[i] = i % 50 == 0 ? 1e6f : (float) (7 * random.nextGaussian());
		assertEquals(7, NoiseScale.of(residuals, residuals.length), 0.3);
	}

	@Test
	void isTheRootMeanSquareWithoutOutliersWhereMostAreZero() {
		final float[] residuals = new float[300];
		residuals[7] = residuals[90] = -3;
		residuals[20] = residuals[21] = residuals[22] = 1e6f;
		assertEquals(Math.sqrt(18 / 297.0), NoiseScale.of(residuals, 300), 1e-6);
		assertEquals(0, NoiseScale.of(new float[3], 3));
		assertEquals(0, NoiseScale.of(new float[] { 9 }, 0), "nothing is given");
	}
}
