package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TomographyGrainTest {

	@Test
	void tellsWhatItIs() {
		GrainCheck.assertTellsWhatItIs(new TomographyGrain());
		GrainCheck.assertSameFromSameSeed(new TomographyGrain());
	}

	/** Power is least at low frequencies: soft kernels make neighbours alike, sharp ones hardly, and pixels further away opposite. */
	@Test
	void pixelsFurtherAwayAreOpposite() {
		final Kernel soft = TomographyGrain.kernel(0.3, 2, 0), sharp = TomographyGrain.kernel(0.6, 6, 1);
		assertTrue(soft.covariance(1, 0) > 0.45, "soft " + soft.covariance(1, 0));
		assertTrue(sharp.covariance(1, 0) < 0.2, "sharp " + sharp.covariance(1, 0));
		for (final Kernel kernel : new Kernel[] { soft, sharp }) {
			double least = 0;
			for (int distance = 1; distance < 8; distance++)
				least = Math.min(least, kernel.covariance(distance, 0));
			assertTrue(least < -0.02, "least " + least);
			double most = 0;
			for (double frequency = 0; frequency < 0.5; frequency += 0.02)
				most = Math.max(most, amplitude(kernel, frequency));
			assertTrue(amplitude(kernel, 0) < 0.5 * most, amplitude(kernel, 0) + " of what is flat, at most " + most);
		}
	}

	/** Returns how much of a wave along x passes. */
	private static double amplitude(final Kernel kernel, final double frequency) {
		final int taps = 2 * kernel.reach() + 1;
		double sum = 0;
		for (int i = 0; i < taps * taps; i++)
			sum += kernel.weights()[i] * Math.cos(2 * Math.PI * frequency * (i % taps - kernel.reach()));
		return Math.abs(sum);
	}
}
