package org.vaerestore.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class CalibrationTest {

	@Test
	void errorsAsLargeAsPredictedAreCalibrated() {
		final Calibration right = simulated(1);
		assertEquals(0.683, right.within68(), 0.01);
		assertEquals(0.95, right.within95(), 0.01);
		assertTrue(right.correlation() > 0.3, right.toString());
		assertTrue(simulated(2).within68() < 0.45);
		assertTrue(simulated(0.5).within95() > 0.99);
	}

	@Test
	void onlyMeasuredPixelsCount() {
		final Calibration calibration = Calibration.of(new float[] { 0, 5, 9 }, new float[] { 1, 3, 1 }, new float[] { 0, 0, 0 },
			new boolean[] { true, true, false });
		assertEquals(0.5, calibration.within68());
		assertEquals(1, calibration.within95());
	}

	private static Calibration simulated(final double factor) {
		final SplittableRandom random = new SplittableRandom(1);
		final int size = 50_000;
		final float[] result = new float[size], deviation = new float[size], truth = new float[size];
		for (int i = 0; i < size; i++) {
			deviation[i] = (float) random.nextDouble(0.1, 4);
			truth[i] = (float) random.nextDouble(255);
			result[i] = (float) (truth[i] + factor * deviation[i] * random.nextGaussian());
		}
		return Calibration.of(result, deviation, truth, null);
	}
}
