package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.procedural.Draws;
import org.vaerestore.procedural.GaussianBlur;

/**
 * Gives procedural patches noise: that of a camera that counts photons, from one to hundreds, in units in which it is
 * stable; or Gaussian of any strength from faint to three times the signal, whose neighbours correlate in some patches.
 * <p>
 * What a network is told of the noise is as wrong as estimates from images are.
 * </p>
 */
final class ProceduralNoise {

	/** Share of patches whose noise is that of photons, and of the others whose noise correlates. */
	private static final double PHOTONS = 0.55, CORRELATED = 0.45;
	/** Share of patches without noise that have a grain. */
	private static final double GRAINY = 0.4;
	/** Standard deviations of the errors of estimates: of the level's logarithm, and of the correlation. */
	private static final double LEVEL_ERROR = 0.1, CORRELATION_ERROR = 0.03;

	private final List<PhotonCamera> cameras = new ArrayList<>();
	private final int side;

	ProceduralNoise(final int side) {
		this.side = side;
		for (final double readOut : new double[] { 0, 0.1, 0.3, 0.6, 1, 2, 4 }) {
			cameras.add(new PhotonCamera(readOut, true));
			if (readOut > 0) cameras.add(new PhotonCamera(readOut, false));
		}
	}

	/** Returns a patch of a scene with noise; may change the patch. */
	SeenPatch noisy(final Scene scene, final float[] patch, final SplittableRandom random) {
		return random.nextDouble() < PHOTONS ? photons(scene, patch, random) : gaussian(patch, random);
	}

	/** Returns patches without noise, all or none of them with a grain that belongs to them, alike in strength. */
	List<float[]> clean(final List<float[]> patches, final SplittableRandom random) {
		final double scale = Draws.logUniform(random, 0.7, 1.4), grain = random.nextDouble() < GRAINY ? Draws.logUniform(random,
			0.01, 0.3) : 0;
		final boolean correlated = random.nextBoolean();
		final List<float[]> clean = new ArrayList<>();
		for (final float[] patch : patches) {
			multiply(patch, scale);
			clean.add(grain == 0 ? patch : sum(patch, noise(correlated, random), grain));
		}
		return clean;
	}

	private SeenPatch gaussian(final float[] patch, final SplittableRandom random) {
		final double strength = Draws.logUniform(random, 0.3, 30), scale = Math.sqrt(strength * strength + 1);
		multiply(patch, strength / scale);
		final float[] noise = noise(random.nextDouble() < CORRELATED, random);
		return new SeenPatch(patch, sum(patch, noise, 1 / scale), told(scale, correlation(noise), random));
	}

	private SeenPatch photons(final Scene scene, final float[] patch, final SplittableRandom random) {
		final PhotonCamera camera = cameras.get(random.nextInt(cameras.size()));
		final double most = Draws.logUniform(random, 1, 300), ground = Draws.logUniform(random, 0.01, 3);
		final double gain = (most - Math.min(ground, most / 2)) / Math.max(1e-6, scene.most() - scene.least());
		final double[] stable = new double[scene.sample().length];
		double mean = 0, squares = 0;
		for (int i = 0; i < stable.length; i++) {
			stable[i] = camera.mean(ground + gain * (scene.sample()[i] - scene.least()));
			mean += stable[i] / stable.length;
			squares += stable[i] * stable[i] / stable.length;
		}
		final double offset = stable[stable.length / 2], scale = Math.sqrt(Math.max(0, squares - mean * mean) + 1);
		final float[] seen = new float[patch.length];
		for (int i = 0; i < seen.length; i++) {
			final double photons = Math.max(0, Math.min(PhotonCamera.MOST, ground + gain * (patch[i] - scene.least())));
			patch[i] = (float) ((camera.mean(photons) - offset) / scale);
			seen[i] = (float) ((camera.record(photons, random) - offset) / scale);
		}
		return new SeenPatch(patch, seen, told(scale, 0, random));
	}

	private static ToldNoise told(final double scale, final double actual, final SplittableRandom random) {
		final float level = (float) (Math.exp(LEVEL_ERROR * random.nextGaussian()) / scale);
		return new ToldNoise(level, NoiseCorrelations.ofLens(correlation(actual, random)));
	}

	private static double correlation(final double actual, final SplittableRandom random) {
		return Math.min(1, Math.max(0, actual + CORRELATION_ERROR * random.nextGaussian()));
	}

	private float[] noise(final boolean correlated, final SplittableRandom random) {
		final float[] noise = new float[side * side];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		if (!correlated) return noise;
		final float[] smooth = GaussianBlur.blur(noise, side, side, random.nextDouble(0.4, 1.2));
		double squares = 0;
		for (final float value : smooth)
			squares += (double) value * value;
		multiply(smooth, 1 / Math.sqrt(squares / smooth.length));
		return smooth;
	}

	/** Returns the mean correlation of horizontal and vertical neighbours of noise of variance 1. */
	private double correlation(final float[] noise) {
		double sum = 0;
		for (int y = 0; y + 1 < side; y++)
			for (int x = 0; x + 1 < side; x++)
				sum += noise[y * side + x] * (noise[y * side + x + 1] + noise[(y + 1) * side + x]);
		return sum / (2 * (side - 1) * (side - 1));
	}

	private static void multiply(final float[] values, final double factor) {
		for (int i = 0; i < values.length; i++)
			values[i] *= (float) factor;
	}

	private static float[] sum(final float[] values, final float[] added, final double factor) {
		final float[] sum = new float[values.length];
		for (int i = 0; i < sum.length; i++)
			sum[i] = (float) (values[i] + factor * added[i]);
		return sum;
	}
}
