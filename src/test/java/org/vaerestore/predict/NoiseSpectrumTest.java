package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.noise.NoiseCorrelations;

/** What is expected of noise is what drawn noise has on the average. */
class NoiseSpectrumTest {

	private static final int SIDE = BlockSpectrum.SIDE, BLOCKS = 4000;

	@Test
	void whiteNoise() {
		assertPower(NoiseCorrelations.WHITE, 0, 0);
	}

	/** The mean of two pixels one above the other. */
	@Test
	void correlatedNoise() {
		assertPower(new NoiseCorrelations(new float[] { 0, 0, 0.5f, 0, 0, 0, 0, 0 }, 0, 0), 0, 1);
	}

	@Test
	void noiseOfRows() {
		assertPower(new NoiseCorrelations(new float[NoiseCorrelations.LAGS], 0.8f, 0), 0.8, 0);
	}

	private static void assertPower(final NoiseCorrelations correlations, final double rows, final int above) {
		final SplittableRandom random = new SplittableRandom(2);
		final BlockSpectrum spectrum = new BlockSpectrum();
		final float[] block = new float[SIDE * SIDE], real = new float[BlockSpectrum.SIZE], imaginary = new float[BlockSpectrum.SIZE];
		final double[] power = new double[BlockSpectrum.SIZE];
		for (int n = 0; n < BLOCKS; n++) {
			final double[] white = random.doubles((SIDE + 1) * SIDE).map(uniform -> Math.sqrt(12) * (uniform - 0.5)).toArray();
			for (int y = 0; y < SIDE; y++) {
				final double row = rows * random.nextGaussian();
				for (int x = 0; x < SIDE; x++)
					block[y * SIDE + x] = (float) (row + (above == 0 ? white[y * SIDE + x] : Math.sqrt(0.5) * (white[y * SIDE + x] +
						white[(y + 1) * SIDE + x])));
			}
			spectrum.look(block);
			spectrum.forward(block, real, imaginary, 0);
			for (int k = 0; k < power.length; k++)
				power[k] += (real[k] * (double) real[k] + imaginary[k] * (double) imaginary[k]) / BLOCKS;
		}
		final float[] expected = NoiseSpectrum.of(correlations);
		final double white = NoiseSpectrum.of(NoiseCorrelations.WHITE)[0];
		for (int k = 0; k < power.length; k++)
			// Where there is next to none, more is expected, as correlations don't tell it.
			if (expected[k] > 0.3 * white) assertEquals(1, power[k] / expected[k], 0.12, "coefficient " + k);
	}
}
