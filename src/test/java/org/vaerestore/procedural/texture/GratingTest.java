package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GratingTest {

	private static final int SIDE = 64;

	@ParameterizedTest
	@CsvSource({ "2.2, 0.3, 0", "3.7, 1.2, 0", "8, 0, 2", "12, 2, 4" })
	void itsSpectrumPeaksAtItsPeriod(final double period, final double angle, final double steep) {
		final Periodogram spectrum = Periodogram.of(new Grating(Axis.of(angle), period, 1, steep, 0), SIDE);
		assertEquals(1 / period, spectrum.frequency(spectrum.peak()), 0.7 / SIDE);
		assertTrue(spectrum.share(1 / period - 3.0 / SIDE, 1 / period + 3.0 / SIDE) > 0.8, "at its period");
	}

	@Test
	void steepOnesHaveTwoLevelsAndHarmonics() {
		final Periodogram steep = Periodogram.of(new Grating(Axis.of(0), 16, 0, 5, 0), SIDE), sinus = Periodogram.of(
			new Grating(Axis.of(0), 16, 0, 0, 0), SIDE);
		assertTrue(steep.share(0.15, 0.22) > 0.03, "third harmonic " + steep.share(0.15, 0.22));
		assertTrue(sinus.share(0.15, 0.22) < 1e-3, "none of a sinusoid");
	}

	@Test
	void periodsReachFromFineToCoarse() {
		final SplittableRandom random = new SplittableRandom(1);
		int fine = 0, coarse = 0;
		for (int i = 0; i < 200; i++) {
			final double period = ((Grating) Grating.draw(random)).period();
			assertTrue(period >= 2.2 && period <= 24, "" + period);
			if (period < 4) fine++;
			if (period > 12) coarse++;
		}
		assertTrue(fine > 30 && coarse > 30, fine + " fine, " + coarse + " coarse");
	}
}
