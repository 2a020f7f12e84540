package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.TrainingBatch;

/**
 * Turns patches into what a training step learns from.
 * <p>
 * Clean data: the context has training holes, the target is the patch, and the hidden pixels count. Noisy data: the patch
 * is split into two pictures of the same signal with independent noise, and all pixels count. With x the patch in units
 * in which its noise has variance v, and n drawn with the same variance, x + a n and x - n / a are uncorrelated
 * given the signal (Pang et al., Recorrupted-to-Recorrupted, CVPR 2021), so the one may be predicted from the other.
 * </p>
 */
final class BatchMaker {

	/** Share of patches of noisy data that also have holes, so that their model restores too. */
	private static final double NOISY_WITH_HOLES = 0.4;
	/** Share of patches of which nothing is shown, so that the model can generate. */
	private static final double EMPTY = 0.03;
	private static final double LEAST_RECORRUPTION = 0.3;
	private static final double MOST_RECORRUPTION = 0.7;
	private static final int POSTERIOR_SHARE = 4;

	private final int side;
	private final Normalisation normalisation;
	private final HoleSampler holes;
	private final FillWorkspace fills = new FillWorkspace();

	BatchMaker(final int side, final Normalisation normalisation, final HoleSampler holes) {
		this.side = side;
		this.normalisation = normalisation;
		this.holes = holes;
	}

	/** Draws a batch. */
	TrainingBatch draw(final PatchSource source, final int rows, final SplittableRandom random) {
		final Patch[] patches = new Patch[rows];
		for (int row = 0; row < rows; row++) {
			patches[row] = Patch.ofSide(side);
			source.draw(random, patches[row]);
		}
		return make(patches, random, EMPTY);
	}

	/**
	 * Makes a batch of given patches.
	 *
	 * @param emptyShare share of patches of which nothing is shown
	 */
	TrainingBatch make(final Patch[] patches, final SplittableRandom random, final double emptyShare) {
		final int rows = patches.length;
		final int area = side * side;
		final double noise = normalisation.noiseLevel();
		final boolean noisy = noise > 0;
		final double recorruption = LEAST_RECORRUPTION + (MOST_RECORRUPTION - LEAST_RECORRUPTION) * random.nextDouble();
		final float[] context = new float[rows * area];
		final float[] visible = new float[rows * area];
		final float[] target = new float[rows * area];
		final float[] known = new float[rows * area];
		final float[] weight = new float[rows * area];
		final boolean[] hidden = new boolean[area];
		final boolean[] unknown = new boolean[area];
		final float[] plane = new float[area];
		for (int row = 0; row < rows; row++) {
			final Patch patch = patches[row];
			final boolean empty = random.nextDouble() < emptyShare;
			drawHoles(noisy, empty, random, hidden);
			final float[] first = plane;
			final float[] second = new float[area];
			for (int i = 0; i < area; i++) {
				unknown[i] = !patch.known()[i];
				final double value = unknown[i] ? 0 : normalisation.forward(patch.values()[i]);
				final double added = noisy ? noise * random.nextGaussian() : 0;
				first[i] = (float) (value + recorruption * added);
				second[i] = (float) (value - added / recorruption);
				final int to = row * area + i;
				weight[to] = patch.trained()[i] && (noisy || hidden[i]) ? 1 : 0;
				known[to] = unknown[i] ? 0 : 1;
				hidden[i] |= unknown[i];
				visible[to] = hidden[i] ? 0 : 1;
			}
			fills.hybrid(first, hidden, side, side);
			System.arraycopy(first, 0, context, row * area, area);
			fills.hybrid(second, unknown, side, side);
			System.arraycopy(second, 0, target, row * area, area);
		}
		final double contextNoise = noise * Math.sqrt(1 + recorruption * recorruption);
		final double targetNoise = noise * Math.sqrt(1 + 1 / (recorruption * recorruption));
		return new TrainingBatch(pictures(rows, context, visible, contextNoise), pictures(rows, target, known, targetNoise),
			weight, targetNoise * targetNoise, Math.max(1, rows / POSTERIOR_SHARE));
	}

	private void drawHoles(final boolean noisy, final boolean empty, final SplittableRandom random,
		final boolean[] hidden)
	{
		if (empty) Arrays.fill(hidden, true);
		else if (!noisy || random.nextDouble() < NOISY_WITH_HOLES) holes.draw(random, hidden);
		else Arrays.fill(hidden, false);
	}

	private Pictures pictures(final int rows, final float[] values, final float[] visible, final double noise) {
		final float[] levels = new float[rows];
		Arrays.fill(levels, (float) noise);
		return new Pictures(rows, side, side, values, visible, levels);
	}
}
