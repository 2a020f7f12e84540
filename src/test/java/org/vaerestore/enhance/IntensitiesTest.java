package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** What a result has in intensity is what was recorded. */
class IntensitiesTest {

	private static final int SCENES = 12;

	/**
	 * Scenes of 0.1 to 1000 photons per pixel: the mean is that of the recording, and where a result has some intensity the truth has it on the
	 * average, too.
	 */
	@Test
	void theyAreKept() {
		double off = 0, slopes = 0;
		for (int scene = 0; scene < SCENES; scene++) {
			final double photons = 0.1 * Math.pow(1e4, (scene + 0.5) / SCENES);
			final float[] truth = PhotonSeries.scene(500 + scene, photons, 0.2), recorded = PhotonSeries.recorded(truth,
				new SplittableRandom(scene)), result = PhotonSeries.enhanced(recorded);
			final double mean = PhotonSeries.mean(recorded);
			assertEquals(mean, PhotonSeries.mean(result), 1e-3 * mean, "scene " + scene + " of " + photons + " photons");
			off += (PhotonSeries.mean(result) - mean) / mean / SCENES;
			if (photons > 1) slopes += slope(result, truth) / (SCENES - 3);
		}
		assertEquals(0, off, 5e-4, "means");
		assertEquals(1, slopes, 0.02, "slope of the truth over the result, from a photon per pixel on");
	}

	private static double slope(final float[] from, final float[] to) {
		final double x = PhotonSeries.mean(from), y = PhotonSeries.mean(to);
		double product = 0, square = 0;
		for (int i = 0; i < from.length; i++) {
			product += (from[i] - x) * (to[i] - y);
			square += (from[i] - x) * (from[i] - x);
		}
		return product / square;
	}
}
