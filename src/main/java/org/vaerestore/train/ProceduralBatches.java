package org.vaerestore.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.procedural.Draws;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of procedural pictures with noise, with holes, or with both, whose truth is the target.
 * <p>
 * Noise is that of a camera that counts photons, from one to hundreds, in units in which it is stable; or Gaussian of any
 * strength from faint to three times the signal, and in some patches its neighbours correlate. Holes are in pictures
 * without noise of which some have a grain that belongs to them.
 * </p>
 */
final class ProceduralBatches {

	/** Shares of patches with noise alone and with noise and holes; the others have holes alone. */
	private static final double NOISY = 0.5, BOTH = 0.12;
	/** Shares of noisy patches whose noise is that of photons, and of the others whose noise correlates. */
	private static final double PHOTONS = 0.6, CORRELATED = 0.4;
	private static final double EMPTY = 0.03, GRAINY = 0.4;
	private static final int POSTERIOR_SHARE = 4;

	private final ScenePool scenes;
	private final List<PhotonCamera> cameras = new ArrayList<>();
	private final HoleSampler holes;
	private final int side;
	private final FillWorkspace fills = new FillWorkspace();

	ProceduralBatches(final long seed, final int side) {
		scenes = new ScenePool(seed);
		for (final double readOut : new double[] { 0, 0.1, 0.3, 0.6, 1, 2, 4 }) {
			cameras.add(new PhotonCamera(readOut, true));
			if (readOut > 0) cameras.add(new PhotonCamera(readOut, false));
		}
		holes = HoleSampler.of(side, List.of());
		this.side = side;
	}

	TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final int area = side * side;
		final float[] context = new float[rows * area], visible = new float[rows * area], target = new float[rows * area],
				weight = new float[rows * area], known = new float[rows * area];
		final float[] levels = new float[rows];
		Arrays.fill(known, 1);
		for (int row = 0; row < rows; row++) {
			final Scene scene = scenes.scene(step, random);
			final float[] truth = scene.patch(side, random);
			final double kind = random.nextDouble();
			final boolean noisy = kind < NOISY + BOTH, holey = kind >= NOISY;
			final boolean[] hidden = new boolean[area];
			if (holey && random.nextDouble() < EMPTY) Arrays.fill(hidden, true);
			else if (holey) holes.draw(random, hidden);
			final float[] seen;
			if (!noisy) seen = grainy(truth, random);
			else if (random.nextDouble() < PHOTONS) seen = photons(scene, truth, levels, row, random);
			else seen = gaussian(truth, levels, row, random);
			fills.hybrid(seen, hidden, side, side);
			System.arraycopy(seen, 0, context, row * area, area);
			System.arraycopy(truth, 0, target, row * area, area);
			for (int i = 0; i < area; i++) {
				visible[row * area + i] = hidden[i] ? 0 : 1;
				weight[row * area + i] = noisy || hidden[i] ? 1 : 0;
			}
		}
		return new TrainingBatch(new Pictures(rows, side, side, context, visible, levels), new Pictures(rows, side, side,
			target, known, new float[rows]), weight, new float[rows * area], Math.max(1, rows / POSTERIOR_SHARE));
	}

	/** Gives a picture a grain, which belongs to it, and returns what is seen of it: all. */
	private float[] grainy(final float[] truth, final SplittableRandom random) {
		multiply(truth, Draws.logUniform(random, 0.7, 1.4));
		if (random.nextDouble() < GRAINY) System.arraycopy(sum(truth, noise(random.nextBoolean(), random), Draws.logUniform(random,
			0.01, 0.3)), 0, truth, 0, truth.length);
		return truth.clone();
	}

	/** Brings a picture to the scale of its noise, and returns it with the noise. */
	private float[] gaussian(final float[] truth, final float[] levels, final int row, final SplittableRandom random) {
		final double strength = Draws.logUniform(random, 0.3, 30), scale = Math.sqrt(strength * strength + 1);
		multiply(truth, strength / scale);
		final boolean correlated = random.nextDouble() < CORRELATED;
		levels[row] = (float) ((correlated ? random.nextDouble(0.5, 1) : 1) / scale);
		return sum(truth, noise(correlated, random), 1 / scale);
	}

	/** Turns a picture into the mean of its recordings, and returns one recording. */
	private float[] photons(final Scene scene, final float[] truth, final float[] levels, final int row,
		final SplittableRandom random)
	{
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
		levels[row] = (float) (1 / scale);
		final float[] seen = new float[truth.length];
		for (int i = 0; i < seen.length; i++) {
			final double photons = Math.max(0, Math.min(PhotonCamera.MOST, ground + gain * (truth[i] - scene.least())));
			truth[i] = (float) ((camera.mean(photons) - offset) / scale);
			seen[i] = (float) ((camera.record(photons, random) - offset) / scale);
		}
		return seen;
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
