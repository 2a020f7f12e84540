package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;
import org.vaerestore.vae.noise.NoiseLevel.Source;

/** Noise by hand: given in numbers, or measured where there is nothing but noise. */
class KnownNoiseTest {

	private static final int SIDE = 128;

	@Test
	void isTheLineThatThePhysicsSays() {
		final float[] values = { 100, 200, 300 };
		final NoiseEstimate estimate = KnownNoise.photons(3, 2, 100).in(values);
		assertEquals(new PoissonGaussianNoise(2, 9 - 200), estimate.model());
		assertEquals((9 + 209 + 409) / 3.0, estimate.variance(), 1e-9);
		assertEquals((9 + 209 + 409) / 3.0 / (20000 / 3.0), estimate.share(), 1e-9);
		assertEquals(Source.GIVEN, estimate.level().source());
		assertFalse(estimate.level().isDoubtful());
		assertEquals(new GaussianNoise(25), KnownNoise.deviation(5).in(values).model());
		assertEquals(1, KnownNoise.deviation(5).in(new float[] { 7, 7 }).share());
	}

	/** CT numbers are shown as stored ones less 1024, others as a multiple. */
	@Test
	void isConvertedToStoredUnits() {
		final KnownNoise shown = KnownNoise.photons(3, 2, -1000);
		assertEquals(KnownNoise.photons(3, 2, 24), shown.stored(1, -1024));
		assertEquals(KnownNoise.photons(6, 4, -2000), shown.stored(0.5, 0));
		final KnownNoise halved = shown.stored(0.5, 10);
		// A stored x is shown as x / 2 + 10, and its variance is four times the shown one.
		final double x = 500;
		assertEquals(4 * (9 + 2 * (x / 2 + 10 + 1000)), 36 + 4 * (x - halved.black()), 1e-9);
		assertThrows(InputException.class, () -> shown.stored(-1, 0));
		assertEquals(3, KnownNoise.deviation(3).stored(-1, 255).readOut());
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0, 0", "NaN, 0, 0", "0, 0, 0", "1, -1, 0", "1, Infinity, 0", "1, 1, NaN" })
	void refusesWhatIsNoNoise(final double readOut, final double gain, final double black) {
		assertTrue(assertThrows(InputException.class, () -> KnownNoise.photons(readOut, gain, black)).getMessage()
			.startsWith("The noise given by hand has"));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.6, 0.9 })
	void aBackgroundTellsDeviationAndCorrelation(final double blur) {
		final float[] noise = noise(1, 1);
		final float[] blurred = blur == 0 ? noise : GaussianBlur.blur(noise, SIDE, SIDE, blur);
		double squares = 0, neighbours = 0;
		for (int i = 0; i + 1 < blurred.length; i++) {
			squares += blurred[i] * blurred[i];
			neighbours += blurred[i] * blurred[i + 1];
		}
		final boolean[] outside = new boolean[SIDE * SIDE];
		for (int i = 0; i < blurred.length; i++) {
			outside[i] = Math.hypot(i % SIDE - 60, i / SIDE - 70) > 50;
			blurred[i] = outside[i] ? 1e6f * (i % 7) : 40 + 0.3f * (i % SIDE) + 10 * blurred[i];
		}
		final KnownNoise found = NoiseMeasurement.background(new Plane(blurred, SIDE, SIDE, outside));
		assertEquals(10 * Math.sqrt(squares / SIDE / SIDE), found.readOut(), 0.07 * found.readOut());
		assertEquals(neighbours / squares, found.correlations().lags()[0], 0.05);
		assertEquals(0, found.gain());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void darkAndFlatTellTheDetector(final int frames) {
		final List<Plane> dark = new ArrayList<>(), flat = new ArrayList<>();
		for (int frame = 0; frame < frames; frame++) {
			final float[] without = noise(3, 10 + frame), with = noise(1, 20 + frame);
			for (int i = 0; i < with.length; i++) {
				final double light = 400 + 200 * Math.cos((i % SIDE - 64) / 80.0);
				// What a detector adds to all frames alike counts only if there is one alone.
				final double fixed = frames == 1 ? 0 : 20 * Math.sin(1.7 * i);
				with[i] = (float) (100 + fixed + light + with[i] * Math.sqrt(9 + 2.5 * light));
				without[i] += 100 + fixed;
			}
			dark.add(new Plane(without, SIDE, SIDE, null));
			flat.add(new Plane(with, SIDE, SIDE, null));
		}
		final KnownNoise found = NoiseMeasurement.darkAndFlat(dark, flat);
		assertEquals(3, found.readOut(), 0.15);
		assertEquals(2.5, found.gain(), 0.15);
		assertEquals(100, found.black(), 0.5);
		assertEquals(NoiseCorrelations.WHITE, found.correlations());
		assertTrue(assertThrows(InputException.class, () -> NoiseMeasurement.darkAndFlat(flat, dark)).getMessage().contains(
			"swapped"));
	}

	@Test
	void saysWhereNothingCanBeMeasured() {
		final float[] structure = new float[SIDE * SIDE];
		for (int i = 0; i < structure.length; i++)
			structure[i] = (float) (100 * Math.sin(i % SIDE * 0.4) * Math.sin(i / SIDE * 0.4));
		refused("structure in it", new Plane(structure, SIDE, SIDE, null));
		refused("smaller than 8 x 8", new Plane(new float[49], 7, 7, null));
		refused("all of its values are the same", new Plane(new float[SIDE * SIDE], SIDE, SIDE, null));
	}

	private static void refused(final String why, final Plane place) {
		final String message = assertThrows(InputException.class, () -> NoiseMeasurement.background(place)).getMessage();
		assertTrue(message.contains(why), message);
	}

	private static float[] noise(final double deviation, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] noise = new float[SIDE * SIDE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (deviation * random.nextGaussian());
		return noise;
	}
}
