package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PhotonCameraTest {

	private static final int RECORDINGS = 20_000;

	@Test
	void itsMeansAreThoseOfItsRecordings() {
		final SplittableRandom random = new SplittableRandom(1);
		for (final double readOut : new double[] { 0, 0.3, 2 })
			for (final boolean clips : new boolean[] { true, false })
				for (final double photons : new double[] { 0, 0.05, 0.5, 2, 10, 16, 70, 300 }) {
					final PhotonCamera camera = new PhotonCamera(readOut, clips);
					double sum = 0;
					for (int i = 0; i < RECORDINGS; i++)
						sum += camera.record(photons, random);
					assertEquals(camera.mean(photons), sum / RECORDINGS, 0.035, readOut + " " + clips + " " + photons);
				}
	}

	@Test
	void itsNoiseIsStableWherePhotonsAreNotFew() {
		final SplittableRandom random = new SplittableRandom(2);
		final PhotonCamera camera = new PhotonCamera(1, true);
		for (final double photons : new double[] { 6, 16, 25, 200 }) {
			double sum = 0, squares = 0;
			for (int i = 0; i < RECORDINGS; i++) {
				final double value = camera.record(photons, random);
				sum += value;
				squares += value * value;
			}
			assertEquals(1, Math.sqrt(squares / RECORDINGS - sum / RECORDINGS * (sum / RECORDINGS)), 0.05, photons + " photons");
		}
	}
}
