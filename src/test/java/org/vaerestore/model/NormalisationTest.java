package org.vaerestore.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.noise.PoissonGaussianNoise;
import org.vaerestore.vae.noise.Stabilisation;

class NormalisationTest {

	@Test
	void goesThereAndBack() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 200; trial++) {
			final double centre = random.nextDouble(-5000, 60000);
			final double width = Math.exp(random.nextDouble(-5, 10));
			final float[] values = gaussian(random, 500, centre, width);
			final Normalisation normalisation = Normalisation.fit(values, null);
			final float[] there = values.clone();
			normalisation.forward(there);
			normalisation.inverse(there);
			for (int i = 0; i < values.length; i++)
				assertEquals(values[i], there[i], 1e-6 * (Math.abs(centre) + width));
			assertEquals(0, normalisation.noiseLevel());
		}
	}

	@Test
	void medianBecomesZeroAndStandardDeviationOne() {
		final float[] values = gaussian(new SplittableRandom(2), 20_001, 1000, 50);
		final Normalisation normalisation = Normalisation.fit(values, null);
		final float[] there = values.clone();
		normalisation.forward(there);
		Arrays.sort(there);
		assertEquals(0, there[there.length / 2], 1e-6);
		assertEquals(1, Math.sqrt(IntStream.range(0, there.length).mapToDouble(i -> there[i] * there[i]).average()
			.orElseThrow()), 0.03);
	}

	@Test
	void rangeIsWhereAllButTwoInAThousandPixelsAre() {
		final float[] values = new float[10_001];
		for (int i = 0; i < values.length; i++)
			values[(i * 7919) % values.length] = i;
		final float[] before = values.clone();
		final Normalisation normalisation = Normalisation.fit(values, null);
		assertEquals(10, normalisation.low(), 1e-3);
		assertEquals(9990, normalisation.high(), 1e-3);
		assertArrayEquals(before, values);
	}

	@Test
	void aFewHotPixelsDontSetTheScale() {
		final float[] values = gaussian(new SplittableRandom(3), 10_000, 100, 5);
		for (int i = 0; i < 8; i++)
			values[i * 1000] = 60_000;
		assertEquals(5, Normalisation.fit(values, null).scale(), 0.2);
	}

	@Test
	void constantsComeBack() {
		for (final float value : new float[] { 42, -7, 0, 1e-30f, -1e30f, Float.MIN_VALUE, 16_777_216 }) {
			final float[] constant = new float[100];
			Arrays.fill(constant, value);
			final Normalisation normalisation = Normalisation.fit(constant, null);
			assertEquals(0, normalisation.forward((double) value));
			for (final double answer : new double[] { -0.4, 0, 0.4 })
				assertTrue(value == (float) normalisation.inverse(answer), value + " at " + answer);
		}
	}

	@Test
	void aFewOtherValuesMakeTheScale() {
		final float[] values = new float[10_000];
		Arrays.fill(values, 5e-20f);
		values[3] = 13e-20f;
		final Normalisation normalisation = Normalisation.fit(values, null);
		assertEquals(8, normalisation.forward((double) values[3]), 1e-5);
		assertEquals(values[3], normalisation.inverse(8), 1e-25);
	}

	@Test
	void stabilisedNoiseHasTheNoiseLevel() {
		final SplittableRandom random = new SplittableRandom(4);
		final PoissonGaussianNoise noise = new PoissonGaussianNoise(2, 50);
		final Stabilisation stabilisation = Stabilisation.of(noise, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
		final float[] values = new float[20_000];
		for (int i = 0; i < values.length; i++) {
			final double signal = i % 2 == 0 ? 400 : 900;
			values[i] = (float) (signal + Math.sqrt(noise.variance(signal)) * gaussian(random));
		}
		final Normalisation normalisation = Normalisation.fit(values, stabilisation);
		normalisation.forward(values);
		for (int parity = 0; parity < 2; parity++) {
			final int first = parity;
			final double[] one = IntStream.range(0, values.length / 2).mapToDouble(i -> values[2 * i + first]).toArray();
			final double mean = Arrays.stream(one).average().orElseThrow();
			final double deviation = Math.sqrt(Arrays.stream(one).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
			assertEquals(normalisation.noiseLevel(), deviation, 0.05 * deviation);
			assertEquals(parity == 0 ? 400 : 900, normalisation.inverse(mean), 2);
		}
	}

	@Test
	void nothingButNoiseIsNotBlownUp() {
		final Stabilisation stabilisation = Stabilisation.of(new PoissonGaussianNoise(1, 100), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY);
		final float[] values = new float[1000];
		Arrays.fill(values, 100);
		assertEquals(1, Normalisation.fit(values, stabilisation).noiseLevel());
	}

	@Test
	void slopeIsThatOfTheWayBack() {
		final Normalisation plain = new Normalisation(null, 10, 4, 0, 100);
		assertEquals(4, plain.slope(1.5), 1e-9);
		final Normalisation stabilised = new Normalisation(Stabilisation.of(new PoissonGaussianNoise(2, 10),
			Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), 20, 5, 0, 255);
		final double signal = 2;
		assertEquals(stabilised.inverse(signal + 0.5) - stabilised.inverse(signal - 0.5), stabilised.slope(signal), 0.5);
	}

	@Test
	void nanStaysNan() {
		final float[] values = { Float.NaN, 3 };
		new Normalisation(null, 1, 2, 0, 9).forward(values);
		assertTrue(Float.isNaN(values[0]) && values[1] == 1);
	}

	@Test
	void refusesWhatIsNoScale() {
		assertThrows(IllegalArgumentException.class, () -> new Normalisation(null, 0, 0, 0, 1));
		assertThrows(IllegalArgumentException.class, () -> new Normalisation(null, 0, 1, 2, 1));
		assertThrows(IllegalArgumentException.class, () -> Normalisation.fit(new float[0], null));
		assertThrows(IllegalArgumentException.class, () -> Normalisation.fit(new float[] { 1, Float.NaN }, null));
	}

	private static float[] gaussian(final SplittableRandom random, final int count, final double mean,
		final double deviation)
	{
		final float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = (float) (mean + deviation * gaussian(random));
		return values;
	}

	private static double gaussian(final SplittableRandom random) {
		return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
	}
}
