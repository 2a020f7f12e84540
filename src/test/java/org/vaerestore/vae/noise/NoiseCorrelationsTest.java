package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class NoiseCorrelationsTest {

	/** Correlations are those that mirrored and transposed noise has. */
	@Test
	void turnsAsTheNoiseDoes() {
		final int side = 64;
		final double[] noise = stripes(side);
		final double[] mirrored = new double[noise.length], transposed = new double[noise.length];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				mirrored[y * side + side - 1 - x] = noise[y * side + x];
				transposed[x * side + y] = noise[y * side + x];
			}
		final NoiseCorrelations found = new NoiseCorrelations(MeasuredLags.of(noise, side), 0, 0);
		assertArrayEquals(MeasuredLags.of(mirrored, side), found.mirrored().lags(), 1e-5f);
		assertArrayEquals(MeasuredLags.of(transposed, side), found.transposed().lags(), 1e-5f);
	}

	@Test
	void exchangesRowsAndColumns() {
		final NoiseCorrelations rows = new NoiseCorrelations(new float[NoiseCorrelations.LAGS], 0.5f, 0.25f);
		assertEquals(0.25f, rows.transposed().rows());
		assertEquals(0.5f, rows.transposed().columns());
		assertEquals(rows, rows.mirrored());
		final float[] numbers = new float[NoiseCorrelations.NUMBERS];
		rows.writeTo(numbers, 0);
		assertEquals(0.5f, numbers[NoiseCorrelations.LAGS]);
	}

	@Test
	void refusesWhatNoNoiseHas() {
		final float[] lags = new float[NoiseCorrelations.LAGS];
		assertThrows(IllegalArgumentException.class, () -> new NoiseCorrelations(lags, -1, 0));
		lags[3] = 1.5f;
		assertThrows(IllegalArgumentException.class, () -> new NoiseCorrelations(lags, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> new NoiseCorrelations(new float[1], 0, 0));
	}

	/** Slanted, and longer along x than along y. */
	private static double[] stripes(final int side) {
		final SplittableRandom random = new SplittableRandom(1);
		final double[] white = new double[side * side], noise = new double[side * side];
		for (int i = 0; i < white.length; i++)
			white[i] = random.nextGaussian();
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				noise[y * side + x] = white[y * side + x] + 0.8 * white[(y + 1) % side * side + (x + 1) % side] + 0.5 * white[y *
					side + (x + 1) % side];
		return noise;
	}
}
