package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class BetaLikelihoodTest {

	@Test
	void gradientsAreTheLikelihoodsTimesAPowerOfTheVariance() {
		final SplittableRandom random = new SplittableRandom(11);
		final Likelihood plain = new GaussianLikelihood();
		for (int i = 0; i < 200; i++) {
			final Pixel pixel = Pixel.random(random);
			final double beta = random.nextDouble(), factor = Math.pow(Math.exp(pixel.logVariance()) + pixel.extraVariance(),
				beta);
			final float[] expected = pixel.gradients(plain), found = pixel.gradients(new BetaLikelihood(beta));
			assertEquals(pixel.loss(plain), pixel.loss(new BetaLikelihood(beta)), 0);
			for (int k = 0; k < 2; k++)
				assertEquals(factor * expected[k], found[k], 1e-5 * (1 + Math.abs(factor * expected[k])));
		}
	}

	/** With a power of 1 the mean's gradient is that of half the squared error, whatever variance is predicted. */
	@Test
	void aPowerOfOneIsTheSquaredError() {
		for (final float logVariance : new float[] { -6, 0, 3 })
			assertEquals(-1.5, new Pixel(2, 0.5f, logVariance, 0).gradients(new BetaLikelihood(1))[0], 1e-6);
	}

	@Test
	void refusesOtherPowers() {
		assertThrows(IllegalArgumentException.class, () -> new BetaLikelihood(-0.1));
		assertThrows(IllegalArgumentException.class, () -> new BetaLikelihood(Double.NaN));
	}
}
