package org.vaerestore.train;

import java.util.Arrays;

import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.TrainingBatch;

/**
 * Damaged patches as rows of a batch.
 * <p>
 * A network's word counts in the end by the share that patches around leave open, so errors of its mean count by that share, too.
 * Where the prior is sampled, a third of the rows follow its mean and as many the posterior as well, and errors are told in units
 * of what must be expected of a patch, so that each counts about the same.
 * </p>
 */
final class DamagedRows {

	/** Least weight of a hidden pixel, of 1 where nothing but the network tells it. */
	private static final double LEAST_WEIGHT = 0.02;
	private static final int POSTERIOR_SHARE = 4, POSTERIOR_SHARE_SAMPLED = 3;

	/** Share of a patch's variance that is to be expected as error besides that of the start; and what is added to both. */
	private static final double VARIANCE_SHARE = 0.3, LEAST_ERROR = 0.01;

	private DamagedRows() {}

	/**
	 * Returns the batch.
	 *
	 * @param side of the patches in pixels
	 * @param told what is told of the noise
	 * @param prior how the network uses its prior
	 */
	static TrainingBatch batch(final DamagedPatch[] patches, final int side, final ToldNoise told, final PriorUse prior) {
		final boolean sampled = prior == PriorUse.SAMPLED;
		final int area = side * side, rows = patches.length;
		final float[] context = new float[rows * area], visible = new float[context.length], target = new float[context.length],
			known = new float[context.length], weight = new float[context.length], expected = new float[context.length];
		double sum = 0;
		int count = 0;
		for (int row = 0; row < rows; row++) {
			final DamagedPatch patch = patches[row];
			System.arraycopy(patch.start(), 0, context, row * area, area);
			System.arraycopy(patch.trust(), 0, visible, row * area, area);
			System.arraycopy(patch.truth(), 0, target, row * area, area);
			if (sampled) Arrays.fill(expected, row * area, (row + 1) * area, (float) expectedError(patch));
			for (int i = 0; i < area; i++) {
				known[row * area + i] = patch.known()[i] ? 1 : 0;
				final double open = 1 - patch.trust()[i];
				if (!patch.hidden()[i] || !patch.trained()[i]) continue;
				weight[row * area + i] = (float) Math.max(LEAST_WEIGHT, open * open);
				sum += weight[row * area + i];
				count++;
			}
		}
		// One on the average, as the latents' divergence is weighed against as many pixels as there are.
		for (int i = 0; i < weight.length && count > 0; i++)
			weight[i] *= (float) (count / sum);
		final int some = Math.max(1, rows / (sampled ? POSTERIOR_SHARE_SAMPLED : POSTERIOR_SHARE));
		return new TrainingBatch(Pictures.alike(rows, side, side, context, visible, told), Pictures.alike(rows, side, side, target,
			known, told), weight, expected, new TrainingBatch.Division(sampled ? some : rows, sampled ? rows : 0,
				some));
	}

	private static double expectedError(final DamagedPatch patch) {
		double sum = 0, squares = 0, error = 0;
		int count = 0;
		for (int i = 0; i < patch.truth().length; i++) {
			final double truth = patch.truth()[i];
			sum += truth;
			squares += truth * truth;
			if (!patch.hidden()[i]) continue;
			error += (patch.start()[i] - truth) * (patch.start()[i] - truth);
			count++;
		}
		final double mean = sum / patch.truth().length, variance = squares / patch.truth().length - mean * mean;
		return VARIANCE_SHARE * variance + error / Math.max(1, count) + LEAST_ERROR;
	}
}
