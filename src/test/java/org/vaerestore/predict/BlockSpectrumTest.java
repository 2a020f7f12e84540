package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class BlockSpectrumTest {

	private static final int SIDE = BlockSpectrum.SIDE, SIZE = BlockSpectrum.SIZE;

	private final BlockSpectrum spectrum = new BlockSpectrum();
	private final float[] block = new float[SIDE * SIDE], real = new float[2 * SIZE], imaginary = new float[2 * SIZE];

	BlockSpectrumTest() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < block.length; i++)
			block[i] = (float) random.nextGaussian();
	}

	@Test
	void thereAndBackIsTheSame() {
		spectrum.forward(block, real, imaginary, 0);
		final float[] back = new float[block.length];
		spectrum.inverse(real, imaginary, back);
		for (int i = 0; i < block.length; i++)
			assertEquals(block[i], back[i], 1e-5);
	}

	@Test
	void powerIsThatOfThePixels() {
		spectrum.forward(block, real, imaginary, SIZE);
		double pixels = 0, power = 0;
		for (final float value : block)
			pixels += value * value;
		for (int k = 0; k < SIZE; k++)
			power += BlockSpectrum.multiplicity(k) * (real[SIZE + k] * real[SIZE + k] + imaginary[SIZE + k] * imaginary[SIZE + k]) / BlockSpectrum.ALL;
		assertEquals(pixels, power, 1e-3 * pixels);
	}

	@Test
	void aWaveHasOneFrequency() {
		for (int i = 0; i < block.length; i++)
			block[i] = (float) Math.cos(2 * Math.PI * (3 * (i % SIDE) + 13 * (i / SIDE)) / SIDE + 1);
		spectrum.forward(block, real, imaginary, 0);
		for (int k = 0; k < SIZE; k++) {
			final boolean isWave = k == 13 * BlockSpectrum.ACROSS + 3;
			assertEquals(isWave ? 128 * Math.cos(1) : 0, real[k], 1e-3, "coefficient " + k);
			assertEquals(isWave ? 128 * Math.sin(1) : 0, imaginary[k], 1e-3, "coefficient " + k);
		}
	}

	@Test
	void windowsOfBlocksThatOverlapAddUpToOne() {
		for (int y = 0; y < BlockSpectrum.STEP; y++)
			for (int x = 0; x < BlockSpectrum.STEP; x++)
				assertEquals(1, spectrum.share(x, y) + spectrum.share(x + BlockSpectrum.STEP, y) + spectrum.share(x, y +
					BlockSpectrum.STEP) + spectrum.share(x + BlockSpectrum.STEP, y + BlockSpectrum.STEP), 1e-6);
	}
}
