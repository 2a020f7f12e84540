package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilisationTest {

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	@ParameterizedTest
	@CsvSource({ "1, 0, 0, 255", "1, 0, 0, Infinity", "3.5, 20, 0, 255", "21, 5, 0, 255", "0.5, 0.1, 0, 65535",
		"20, 400, 0, 65535", "2, -196, 0, 4095", "0.01, 0.0004, -Infinity, Infinity", "1, 100, -Infinity, Infinity" })
	void noiseHasUnitDeviationAndMeansComeBack(final double gain, final double offset, final double low,
		final double high)
	{
		final Stabilisation stabilisation = Stabilisation.of(new PoissonGaussianNoise(gain, offset), low, high);
		final Simulation simulation = new Simulation(1);
		final double blackLevel = Math.max(0, -offset / gain);
		for (final double counts : new double[] { 0.3, 1, 3.5, 6, 12, 40, 600 }) {
			final double signal = blackLevel + counts * gain;
			final double deviation = Math.sqrt(gain * signal + offset);
			if (signal + deviation > high) break;
			final int n = 12_000;
			double sum = 0;
			double squares = 0;
			double recorded = 0;
			for (int i = 0; i < n; i++) {
				final double x = Simulation.clip(simulation.record(gain, offset, signal), low, high);
				final double y = stabilisation.forward(x);
				recorded += x;
				sum += y;
				squares += y * y;
			}
			final double mean = sum / n;
			final boolean clips = signal + 4 * deviation > high || signal - 4 * deviation < low;
			if (counts > 3 && !(offset > 0 && signal - 2 * deviation < low) && !(signal + 3 * deviation > high))
				assertEquals(1, Math.sqrt(squares / n - mean * mean), 0.05, "deviation at " + counts + " counts");
			assertEquals(recorded / n, stabilisation.inverse(mean), 0.01 * signal + deviation / 100, "recorded mean at " +
				counts + " counts");
			if (!clips) assertEquals(signal, stabilisation.inverse(mean), 0.01 * signal + 4 * deviation / Math.sqrt(n),
				"signal at " + counts + " counts");
		}
	}

	@Test
	void bothWaysIncrease() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int round = 0; round < 15; round++) {
			final double gain = Math.exp(random.nextDouble(-5, 5));
			final double offset = random.nextBoolean() ? 0 : random.nextDouble(-20, 400) * gain;
			final double high = random.nextBoolean() ? INFINITY : gain * Math.exp(random.nextDouble(1, 9));
			final Stabilisation stabilisation = Stabilisation.of(new PoissonGaussianNoise(gain, offset), random
				.nextBoolean() ? 0 : -INFINITY, high);
			final double from = stabilisation.forward(-50 * gain);
			final double to = stabilisation.forward(Math.min(high, 1e5 * gain) + 50 * gain);
			double before = stabilisation.inverse(from);
			double x = -50 * gain;
			for (int i = 1; i <= 5000; i++) {
				final double now = stabilisation.inverse(from + (to - from) * i / 5000);
				assertTrue(now > before, () -> "inverse of " + stabilisation + " near " + now);
				before = now;
				final double next = x + Math.exp(random.nextDouble(-9, 9)) * gain;
				assertTrue(stabilisation.forward(next) > stabilisation.forward(x), () -> "forward of " + stabilisation);
				x = next;
			}
		}
	}

	@Test
	void inverseStaysInTheDetectorsRangeWhereTheDetectorCanGo() {
		final Stabilisation stabilisation = Stabilisation.of(new PoissonGaussianNoise(10, 30), 0, 255);
		assertEquals(0, stabilisation.inverse(stabilisation.forward(0)), 0.5);
		assertEquals(255, stabilisation.inverse(stabilisation.forward(255)), 0.5);
	}

	@Test
	void plainGaussianNoiseIsDividedByItsDeviation() {
		for (final NoiseModel noise : new NoiseModel[] { new GaussianNoise(16), new PoissonGaussianNoise(0, 16) }) {
			final Stabilisation stabilisation = Stabilisation.of(noise, 0, 255);
			assertEquals(25, stabilisation.forward(100), 1e-12);
			assertEquals(100, stabilisation.inverse(25), 1e-12);
			assertEquals(-8, stabilisation.inverse(-2), 1e-12);
		}
		assertEquals(7, Stabilisation.of(new NoNoise(), -INFINITY, INFINITY).inverse(7));
	}

	@Test
	void aVanishingGainGoesOverIntoDivision() {
		final Stabilisation stabilisation = Stabilisation.of(new PoissonGaussianNoise(1e-9, 16), -INFINITY, INFINITY);
		assertEquals(25, stabilisation.forward(100), 1e-6);
		assertEquals(100, stabilisation.inverse(25), 1e-6);
		assertEquals(-25, stabilisation.forward(-100), 1e-6);
		assertEquals(-100, stabilisation.inverse(-25), 1e-6);
	}

	@Test
	void arraysAndTwinsGiveTheSame() {
		final NoiseModel noise = new PoissonGaussianNoise(3.3, 12);
		final Stabilisation stabilisation = Stabilisation.of(noise, 0, 255);
		final Stabilisation twin = Stabilisation.of(new PoissonGaussianNoise(3.3, 12), 0, 255);
		final float[] values = { 0, 1, 17.5f, 254, 300, -4 };
		final float[] there = values.clone();
		stabilisation.forward(there);
		final float[] back = there.clone();
		twin.inverse(back);
		for (int i = 0; i < values.length; i++) {
			assertEquals((float) twin.forward(values[i]), there[i]);
			assertEquals((float) stabilisation.inverse(there[i]), back[i]);
		}
		assertEquals(twin, stabilisation);
		assertEquals(twin.hashCode(), stabilisation.hashCode());
		assertNotEquals(stabilisation, Stabilisation.of(noise, 0, 65535));
	}

	@Test
	void notANumberStaysOne() {
		final Stabilisation stabilisation = Stabilisation.of(new PoissonGaussianNoise(2, 3), 0, 255);
		assertTrue(Double.isNaN(stabilisation.forward(Double.NaN)));
		assertTrue(Double.isNaN(stabilisation.inverse(Double.NaN)));
	}

	@Test
	void anEmptyRangeIsRefused() {
		final NoiseModel noise = new NoNoise();
		assertThrows(IllegalArgumentException.class, () -> Stabilisation.of(noise, 5, 5));
		assertThrows(IllegalArgumentException.class, () -> Stabilisation.of(noise, Double.NaN, 5));
	}
}
