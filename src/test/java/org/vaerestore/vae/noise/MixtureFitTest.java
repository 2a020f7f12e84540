package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;

class MixtureFitTest {

	private static final PoissonGaussianNoise BASE = new PoissonGaussianNoise(2, 3);
	private final SplittableRandom random = new SplittableRandom(18);

	/** Skewed: now and then a large positive value; standard deviation and skew grow with the signal. */
	private final DoubleUnaryOperator skewed = signal -> random.nextDouble() < 0.2 ? 1.6 + 0.1 * signal + 0.8 * random
		.nextGaussian() : -0.4 - 0.025 * signal + 0.5 * random.nextGaussian();
	private final DoubleUnaryOperator gaussian = signal -> (1 + 0.05 * signal) * random.nextGaussian();

	@Test
	void findsTheMomentsOfSkewedNoise() {
		final float[][] pairs = pairs(30_000, skewed);
		final MixtureNoise noise = MixtureFit.fit(BASE, pairs[0], pairs[1], Progress.silent());
		for (int j = 0; j < noise.knots().length; j++) {
			final double signal = noise.knots()[j];
			final double above = 1.6 + 0.1 * signal;
			final double below = -0.4 - 0.025 * signal;
			final double variance = 0.2 * (above * above + 0.64) + 0.8 * (below * below + 0.25);
			final double third = 0.2 * above * (above * above + 3 * 0.64) + 0.8 * below * (below * below + 3 * 0.25);
			assertEquals(0, moment(noise, j, 1), 1e-6, "mean at " + signal);
			assertEquals(variance, moment(noise, j, 2), 0.15 * variance, "variance at " + signal);
			assertEquals(third, moment(noise, j, 3), 0.35 * third, "third moment at " + signal);
		}
		final float[][] fresh = pairs(30_000, skewed);
		final double truth = truthOfSkewed(fresh);
		assertEquals(truth, loss(noise, fresh), 0.01);
	}

	@Test
	void isNeverWorseThanOneGaussian() {
		for (final DoubleUnaryOperator kind : new DoubleUnaryOperator[] { skewed, gaussian, signal -> Math.signum(random
			.nextDouble() - 0.5), signal -> 0.001 * random.nextGaussian(), signal -> Math.tan(3 * (random.nextDouble() -
				0.5)) })
			for (final int count : new int[] { 5, 100, 3000 }) {
				final float[][] pairs = pairs(count, kind);
				double squares = 0;
				for (int i = 0; i < count; i++)
					squares += Math.pow(pairs[1][i] - (double) pairs[0][i], 2) / count;
				final double oneGaussian = 0.5 * Math.log(2 * Math.PI * squares) + 0.5;
				assertTrue(loss(MixtureFit.fit(BASE, pairs[0], pairs[1], Progress.silent()), pairs) <= oneGaussian + 0.01, "of " + count);
			}
	}

	@Test
	void gaussianNoiseStaysGaussian() {
		final float[][] pairs = pairs(12_000, gaussian);
		final MixtureNoise noise = MixtureFit.fit(BASE, pairs[0], pairs[1], Progress.silent());
		for (int j = 0; j < noise.knots().length; j++) {
			final double deviation = 1 + 0.05 * noise.knots()[j];
			assertEquals(deviation * deviation, moment(noise, j, 2), 0.2 * deviation * deviation);
			assertEquals(0, moment(noise, j, 3), 0.4 * Math.pow(deviation, 3));
		}
	}

	@Test
	void knotsKeepToWhereThePairsAre() {
		final float[] signals = new float[5000];
		final float[] observed = new float[5000];
		for (int i = 0; i < 5000; i++) {
			signals[i] = i < 4900 ? (float) random.nextDouble() : 1000;
			observed[i] = signals[i] + (float) random.nextGaussian();
		}
		final double[] knots = MixtureFit.fit(BASE, signals, observed, Progress.silent()).knots();
		assertTrue(knots.length <= 3 && knots[0] >= 0, "knots " + Arrays.toString(knots));
	}

	@Test
	void theSamePairsGiveTheSameBitsAndHolesAreLeftOut() {
		final float[][] pairs = pairs(3000, skewed);
		final MixtureNoise noise = MixtureFit.fit(BASE, pairs[0], pairs[1], Progress.silent());
		assertEquals(noise, MixtureFit.fit(BASE, pairs[0].clone(), pairs[1].clone(), Progress.silent()));
		for (int i = 0; i < 3000; i += 7)
			pairs[i % 2][i] = Float.NaN;
		assertTrue(Double.isFinite(MixtureFit.fit(BASE, pairs[0], pairs[1], Progress.silent()).deviations()[0][0]));
	}

	@Test
	void constantPairsAndNoPairs() {
		final MixtureNoise none = MixtureFit.fit(BASE, new float[100], new float[100], Progress.silent());
		assertTrue(none.deviations()[0][0] > 0);
		assertThrows(IllegalArgumentException.class, () -> MixtureFit.fit(BASE, new float[0], new float[0], Progress.silent()));
		assertThrows(IllegalArgumentException.class, () -> MixtureFit.fit(BASE, new float[2], new float[3], Progress.silent()));
		assertThrows(IllegalArgumentException.class, () -> MixtureFit.fit(BASE, new float[] { Float.NaN }, new float[1], Progress.silent()));
	}

	private float[][] pairs(final int count, final DoubleUnaryOperator noise) {
		final float[][] pairs = new float[2][count];
		for (int i = 0; i < count; i++) {
			final double signal = random.nextDouble(0, 10);
			pairs[0][i] = (float) signal;
			pairs[1][i] = (float) (signal + noise.applyAsDouble(signal));
		}
		return pairs;
	}

	private static double loss(final MixtureNoise noise, final float[][] pairs) {
		final int count = pairs[0].length;
		final float[] weight = new float[count];
		final float[] logVariance = new float[count];
		Arrays.fill(weight, 1);
		Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
		return new MixtureLikelihood(noise, 0, 1).evaluate(pairs[1], pairs[0], logVariance, weight, 0, count, new float[count], 1,
			new float[count], new float[count]) / count;
	}

	private static double truthOfSkewed(final float[][] pairs) {
		double sum = 0;
		for (int i = 0; i < pairs[0].length; i++) {
			final double signal = pairs[0][i];
			final double residual = pairs[1][i] - signal;
			sum -= Math.log(0.2 * normal(residual - 1.6 - 0.1 * signal, 0.8) + 0.8 * normal(residual + 0.4 + 0.025 * signal,
				0.5));
		}
		return sum / pairs[0].length;
	}

	private static double normal(final double distance, final double deviation) {
		return Math.exp(-0.5 * distance * distance / deviation / deviation) / deviation / Math.sqrt(2 * Math.PI);
	}

	private static double moment(final MixtureNoise noise, final int knot, final int order) {
		double sum = 0;
		for (int k = 0; k < noise.weights()[knot].length; k++) {
			final double shift = noise.shifts()[knot][k];
			final double variance = Math.pow(noise.deviations()[knot][k], 2);
			sum += noise.weights()[knot][k] * (order == 1 ? shift : order == 2 ? shift * shift + variance : shift * (shift *
				shift + 3 * variance));
		}
		return sum;
	}
}
