package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.procedural.GaussianBlur;

class CellCorrelationTest {

	@Test
	void whiteNoiseHasNothingInCommonButTheMeanThatWasTaken() {
		for (int side = 2; side <= 6; side++) {
			final CellCorrelation cells = new CellCorrelation(side);
			assertEquals(1 - 1.0 / (side * side), cells.share(0), 1e-12);
			assertEquals(-1.0 / (side * side - 1), cells.within(0), 1e-12);
			assertEquals(0, cells.correlation(-0.5));
		}
	}

	@Test
	void findsTheCorrelationAgain() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 100; trial++) {
			final CellCorrelation cells = new CellCorrelation(random.nextInt(2, 7));
			final double correlation = random.nextDouble(0.89);
			assertEquals(correlation, cells.correlation(cells.within(correlation)), 1e-9);
		}
	}

	/** Noise that went through a Gaussian filter, as that of a lens or an interpolation. */
	@Test
	void agreesWithNoiseThatIsDrawn() {
		final SplittableRandom random = new SplittableRandom(2);
		final int side = 4, size = 2048;
		final double sigma = 0.7;
		float[] noise = new float[size * size];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		noise = GaussianBlur.blur(noise, size, size, sigma);
		double all = 0, next = 0, within = 0, withinNext = 0;
		for (int top = 0; top < size; top += side)
			for (int left = 0; left < size; left += side) {
				double mean = 0;
				for (int i = 0; i < side * side; i++)
					mean += noise[(top + i / side) * size + left + i % side] / (side * side);
				for (int i = 0; i < side * side; i++) {
					final int at = (top + i / side) * size + left + i % side;
					all += noise[at] * noise[at];
					within += (noise[at] - mean) * (noise[at] - mean);
					if (i % side == side - 1) continue;
					next += noise[at] * noise[at + 1] * side / (side - 1.0);
					withinNext += (noise[at] - mean) * (noise[at + 1] - mean) * side / (side - 1.0);
				}
			}
		final CellCorrelation cells = new CellCorrelation(side);
		assertEquals(within / all, cells.share(next / all), 0.02);
		assertEquals(next / all, cells.correlation(withinNext / within), 0.02);
	}
}
