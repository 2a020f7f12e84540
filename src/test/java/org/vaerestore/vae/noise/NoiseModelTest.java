package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoiseModelTest {

	private final PoissonGaussianNoise base = new PoissonGaussianNoise(2, -100);

	@Test
	void varianceGrowsWithTheSignalAndIsNeverNegative() {
		assertEquals(0, new NoNoise().variance(100));
		assertEquals(9, new GaussianNoise(9).variance(-100));
		assertEquals(100, base.variance(100), 1e-12);
		assertTrue(base.variance(0) > 0 && base.variance(0) < 1e-4);
		assertEquals("Poisson-Gaussian noise, variance 2.000 * signal - 100.0", base.describe());
	}

	@Test
	void impossibleNoiseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new GaussianNoise(0));
		assertThrows(IllegalArgumentException.class, () -> new GaussianNoise(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new PoissonGaussianNoise(-1, 3));
		assertThrows(IllegalArgumentException.class, () -> new PoissonGaussianNoise(0, 0));
		assertThrows(IllegalArgumentException.class, () -> new PoissonGaussianNoise(1, Double.POSITIVE_INFINITY));
		assertThrows(IllegalArgumentException.class, () -> mixture(new double[] { 0, 0 }));
		assertThrows(IllegalArgumentException.class, () -> mixture(new double[] { 0 }));
		assertThrows(IllegalArgumentException.class, () -> new MixtureNoise(base, new double[] { 0 }, new double[][] { {
			0.5, 0.6 } }, new double[1][2], new double[][] { { 1, 1 } }));
		assertThrows(IllegalArgumentException.class, () -> new MixtureNoise(base, new double[] { 0 }, new double[][] { {
			0.5, 0.5 } }, new double[1][2], new double[][] { { 1, 0 } }));
	}

	@Test
	void aMixtureIsAValue() {
		final double[] knots = { 0, 5 };
		final MixtureNoise mixture = mixture(knots);
		assertEquals(mixture(new double[] { 0, 5 }), mixture);
		assertEquals(mixture(new double[] { 0, 5 }).hashCode(), mixture.hashCode());
		assertNotEquals(mixture(new double[] { 0, 6 }), mixture);
		knots[1] = 6;
		mixture.knots()[1] = 6;
		mixture.weights()[0][0] = 6;
		assertEquals(mixture(new double[] { 0, 5 }), mixture);
	}

	private MixtureNoise mixture(final double[] knots) {
		return new MixtureNoise(base, knots, new double[][] { { 0.5, 0.5 }, { 0.25, 0.75 } }, new double[][] { { 0, 0 }, { 3,
			-1 } }, new double[][] { { 1, 2 }, { 1, 2 } });
	}
}
