package org.vaerestore.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class ResidualsTest {

	private static final int SIDE = Noisy.SIDE;

	private static Residual residual(final float[] noise) {
		return Residual.of(Noisy.look(Noisy.sum(Noisy.signal(), noise), Noisy.signal()), Noisy.NOISE, 0);
	}

	private static Autocorrelation correlation(final Residual residual) {
		final Autocorrelation.Tally tally = new Autocorrelation.Tally();
		tally.add(residual);
		return tally.value();
	}

	/** Adds a grating of period 6, twice as strong as the noise, to the left half. */
	private static float[] withGrating(final float[] noise) {
		final float[] both = noise.clone();
		for (int i = 0; i < both.length; i++)
			if (i % SIDE < SIDE / 2) both[i] += (float) (2 * Math.sqrt(2) * Noisy.SD * Math.sin(Math.PI * (i % SIDE) / 3));
		return both;
	}

	@Test
	void whiteNoiseIsWhite() {
		final Residual residual = residual(Noisy.noise(1));
		final Autocorrelation correlation = correlation(residual);
		assertEquals(1, correlation.at(0, 0), 1e-9);
		assertTrue(Math.abs(correlation.strongest(1)) < 5.0 / SIDE, "strongest " + correlation.strongest(1));
		assertTrue(correlation.rows() < 0.03 && correlation.columns() < 0.03);
		final StructureMap map = StructureMap.of(residual, false);
		assertEquals(64, map.blocks().length);
		assertEquals(0, map.clear());
	}

	@Test
	void correlationsAreThoseOfCommonsMath() {
		final float[] noise = Noisy.noise(2), smooth = noise.clone();
		for (int i = SIDE + 1; i < smooth.length; i++)
			smooth[i] = noise[i] + 0.6f * noise[i - 1] + 0.3f * noise[i - SIDE];
		final Residual residual = residual(smooth);
		final Autocorrelation found = correlation(residual);
		for (final int[] lag : new int[][] { { 1, 0 }, { 0, 1 }, { 2, 1 }, { -1, 1 }, { 5, 5 } }) {
			final double[] here = new double[SIDE * SIDE], there = new double[SIDE * SIDE];
			int count = 0;
			for (int y = 0; y + lag[1] < SIDE; y++)
				for (int x = Math.max(0, -lag[0]); x < Math.min(SIDE, SIDE - lag[0]); x++) {
					here[count] = residual.values()[y * SIDE + x];
					there[count++] = residual.values()[(y + lag[1]) * SIDE + x + lag[0]];
				}
			final double expected = new PearsonsCorrelation().correlation(Arrays.copyOf(here, count), Arrays.copyOf(there, count));
			assertEquals(expected, found.at(lag[0], lag[1]), 0.005, Arrays.toString(lag));
			assertEquals(found.at(lag[0], lag[1]), found.at(-lag[0], -lag[1]), 1e-12);
		}
	}

	@Test
	void aGratingIsSeenWhereItIs() {
		final StructureMap map = StructureMap.of(residual(withGrating(Noisy.noise(3))), false);
		for (int block = 0; block < map.blocks().length; block++) {
			final boolean left = block % map.columns() < map.columns() / 2;
			assertTrue(left ? map.blocks()[block] > 0.6 : map.blocks()[block] < 0.2, block + ": " + map.blocks()[block]);
		}
		assertEquals(0.5, map.clear());
		assertTrue(map.worst() % map.columns() < map.columns() / 2);
		assertTrue(correlation(residual(withGrating(Noisy.noise(3)))).at(3, 0) < -0.5);
	}

	@Test
	void rowsThatShareNoiseAreFound() {
		final float[] noise = Noisy.noise(4), offsets = Noisy.noise(5);
		for (int i = 0; i < noise.length; i++)
			noise[i] += 0.5f * offsets[i / SIDE];
		final Autocorrelation found = correlation(residual(noise));
		// Half of the noise's own, of all that there is: 0.5 / sqrt(1.25).
		assertEquals(0.447, found.rows(), 0.06);
		assertTrue(found.columns() < 0.05);
	}

	@Test
	void unknownPixelsDontCount() {
		final float[] noise = Noisy.noise(6);
		final Look all = Noisy.look(Noisy.sum(Noisy.signal(), noise), Noisy.signal());
		for (int i = 0; i < SIDE * SIDE / 4; i++) {
			all.known()[i] = false;
			all.input()[i] = 1e9f;
		}
		final Residual residual = Residual.of(all, Noisy.NOISE, 0);
		assertTrue(Math.abs(correlation(residual).strongest(1)) < 5.0 / SIDE);
		final StructureMap map = StructureMap.of(residual, false);
		assertTrue(Float.isNaN(map.blocks()[0]) && map.blocks()[63] < 0.2);
	}

	@Test
	void strengthIsInUnitsOfWhatIsExpected() {
		final float[] deviation = new float[SIDE * SIDE], noise = Noisy.noise(7);
		Arrays.fill(deviation, (float) Noisy.SD / 2);
		final NoiseLevels found = NoiseLevels.of(Noisy.sum(Noisy.signal(), noise), Noisy.signal(), deviation);
		// Twice as strong; what is beyond five standard deviations counts as five.
		assertEquals(1.97, found.ratio(), 0.03);
		assertEquals(10, found.levels().size());
		for (final NoiseLevels.Level level : found.levels()) {
			assertEquals(Noisy.SD, level.found(), 0.5);
			assertEquals(Noisy.SD / 2, level.expected(), 1e-6);
		}
	}
}
