package org.vaerestore.train.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;
import org.vaerestore.vae.noise.NoiseCorrelations;

/** Noise of a camera that counts photons, from one to hundreds, in units in which it is stable. */
final class Photons implements Noise {

	private static final double DARKEST = 0.01, BRIGHTEST = 3, FEWEST = 1, MOST = 300, FEW = 4, MANY = 100, USUAL = 0.4;
	/** Of a scene in which next to nothing is to be seen, in variances of the noise. */
	private static final double LEAST_VARIANCE = 0.01;

	private final List<PhotonCamera> cameras = new ArrayList<>();

	Photons() {
		for (final double readOut : new double[] { 0, 0.1, 0.3, 0.6, 1, 2, 4 }) {
			cameras.add(new PhotonCamera(readOut, true));
			if (readOut > 0) cameras.add(new PhotonCamera(readOut, false));
		}
	}

	@Override
	public NoisyPatch add(final float[] patch, final Tones tones, final SplittableRandom random) {
		final PhotonCamera camera = cameras.get(random.nextInt(cameras.size()));
		final double most = random.nextDouble() < USUAL ? Draws.logUniform(random, FEW, MANY) : Draws.logUniform(random, FEWEST,
			MOST);
		final double ground = Draws.logUniform(random, DARKEST, BRIGHTEST);
		final double gain = (most - Math.min(ground, most / 2)) / Math.max(1e-6, tones.most() - tones.least());
		final float[] sample = tones.sample();
		double mean = 0, squares = 0;
		for (final float value : sample) {
			final double stable = camera.mean(ground + gain * (value - tones.least()));
			mean += stable / sample.length;
			squares += stable * stable / sample.length;
		}
		final double offset = camera.mean(ground + gain * (tones.median() - tones.least()));
		final double scale = Math.sqrt(Math.max(LEAST_VARIANCE, squares - mean * mean));
		final float[] seen = new float[patch.length];
		for (int i = 0; i < seen.length; i++) {
			final double photons = Math.max(0, Math.min(PhotonCamera.MOST, ground + gain * (patch[i] - tones.least())));
			patch[i] = (float) ((camera.mean(photons) - offset) / scale);
			seen[i] = (float) ((camera.record(photons, random) - offset) / scale);
		}
		return new NoisyPatch(patch, seen, 1 / scale, NoiseCorrelations.WHITE);
	}
}
