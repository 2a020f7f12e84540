package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaerestore.vae.noise.NoiseCorrelations;

class CorrelatedNoiseTest {

	private static final int SIDE = 64, PATCHES = 60;

	static Stream<NoiseCorrelations> kinds() {
		return Stream.of(NoiseCorrelations.WHITE, NoiseCorrelations.ofLens(0.25), NoiseCorrelations.ofLens(0.6), of(0.64, 0.26,
			0.62, 0.22, 0.41, 0.06, 0.42, 0.06), of(0, 0, 0.67, 0.17, 0, 0, 0, 0), of(-0.24, 0.02, -0.24, 0.02, 0.03, 0, 0.03, 0), of(
				0, 0, 0, 0, 0.7, 0.25, 0, 0), of(0.4, -0.2, 0.4, -0.2, 0.18, 0.04, 0.18, 0.04));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void whatIsDrawnCorrelatesAsTold(final NoiseCorrelations told) {
		final CorrelatedNoise noise = new CorrelatedNoise(SIDE, told);
		final double[][] drawn = draw(noise);
		assertEquals(1, covariance(drawn, 0, 0), 0.03);
		assertEquals(1, noise.variance());
		for (int lag = 0; lag < NoiseCorrelations.LAGS; lag++)
			assertEquals(told.lags()[lag], covariance(drawn, NoiseCorrelations.dx(lag), NoiseCorrelations.dy(lag)), 0.03, told + ", " +
				lag);
		assertEquals(0, covariance(drawn, 20, 15), 0.03);
	}

	/** Estimates may be of no noise: neighbours that go apart both ways while those between them do, too. */
	@Test
	void whatNoNoiseIsBecomesTheNearestThatIs() {
		final double[][] drawn = draw(new CorrelatedNoise(SIDE, of(-0.9, -0.9, 0, 0, 0, 0, 0, 0)));
		assertEquals(1, covariance(drawn, 0, 0), 0.05);
		assertTrue(covariance(drawn, 1, 0) < -0.3 && covariance(drawn, 2, 0) < 0);
	}

	@Test
	void rowsAndColumnsShareAsMuchAsTold() {
		final CorrelatedNoise noise = new CorrelatedNoise(SIDE, new NoiseCorrelations(NoiseCorrelations.ofLens(0.5).lags(), 0.8f,
			0.5f));
		final double[][] drawn = draw(noise);
		assertEquals(0.64, covariance(drawn, 30, 0), 0.06);
		assertEquals(0.25, covariance(drawn, 0, 30), 0.03);
		assertEquals(1.89, noise.variance(), 1e-6);
		assertEquals(1.89, covariance(drawn, 0, 0), 0.08);
	}

	private static NoiseCorrelations of(final double... lags) {
		final float[] values = new float[lags.length];
		for (int i = 0; i < lags.length; i++)
			values[i] = (float) lags[i];
		return new NoiseCorrelations(values, 0, 0);
	}

	private static double[][] draw(final CorrelatedNoise noise) {
		final SplittableRandom random = new SplittableRandom(4);
		final double[][] drawn = new double[PATCHES][];
		for (int i = 0; i < PATCHES; i++)
			drawn[i] = noise.draw(random);
		return drawn;
	}

	private static double covariance(final double[][] drawn, final int dx, final int dy) {
		double sum = 0;
		int count = 0;
		for (final double[] noise : drawn)
			for (int y = Math.max(0, -dy); y < Math.min(SIDE, SIDE - dy); y++)
				for (int x = 0; x + dx < SIDE; x++) {
					sum += noise[y * SIDE + x] * noise[(y + dy) * SIDE + x + dx];
					count++;
				}
		return sum / count;
	}
}
