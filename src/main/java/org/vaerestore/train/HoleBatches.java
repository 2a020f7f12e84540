package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.predict.BlindSpots;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of clean images that teach what is behind holes, which start from where restoring starts from: what patches of the
 * surroundings say, and how far that can be trusted.
 * <p>
 * A network's word counts in the end by the share that patches leave open, so its errors count by that share, too. Some
 * patches have blind spots instead, and start from a classical fill: such models enhance so.
 * </p>
 */
final class HoleBatches implements BatchSource, JudgedBatches {

	/** Share of patches of which nothing is shown, so that the model can generate. */
	private static final double EMPTY = 0.1;
	/** Share of patches in which each fourth pixel is hidden. */
	private static final double BLIND = 0.15;
	/** Least weight of a hidden pixel, of 1 where nothing but the network tells it. */
	private static final double LEAST_WEIGHT = 0.02;
	private static final int POSTERIOR_SHARE = 4;

	private final int side;
	private final Normalisation normalisation;
	private final HoleSampler holes;
	private final DamagedRegions regions;
	private final TilePlan plan;
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * Creates batches; for one thread.
	 *
	 * @param side of patches in pixels
	 * @param normalisation of clean data
	 */
	HoleBatches(final PatchSource source, final int side, final Normalisation normalisation, final HoleSampler holes,
		final long seed)
	{
		this.side = side;
		this.normalisation = normalisation;
		this.holes = holes;
		plan = DamagedRegions.plan(side);
		regions = new DamagedRegions(source, normalisation, holes, side, seed);
	}

	@Override
	public TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final DamagedPatch[] patches = new DamagedPatch[rows];
		for (int row = 0; row < rows; row++) {
			final DamagedPatch patch = regions.patch(step, random);
			final double kind = random.nextDouble();
			patches[row] = kind < EMPTY ? empty(patch) : kind < EMPTY + BLIND ? blind(patch, random) : patch;
		}
		return batch(patches);
	}

	@Override
	public TrainingBatch judge(final Patch[] patches, final SplittableRandom random) {
		final DamagedPatch[] damaged = new DamagedPatch[patches.length];
		for (int row = 0; row < damaged.length; row++) {
			final boolean[] hidden = new boolean[side * side];
			holes.draw(random, hidden);
			damaged[row] = DamagedPatch.of(patches[row], side, hidden, normalisation, fills, plan);
		}
		return batch(damaged);
	}

	@Override
	public TrainingBatch opposite(final Patch[] patches, final SplittableRandom random) {
		return null;
	}

	private DamagedPatch empty(final DamagedPatch patch) {
		final boolean[] hidden = new boolean[side * side];
		Arrays.fill(hidden, true);
		return new DamagedPatch(side, patch.truth(), patch.known(), patch.trained(), hidden, new float[hidden.length],
			new float[hidden.length]);
	}

	private DamagedPatch blind(final DamagedPatch patch, final SplittableRandom random) {
		final int phase = random.nextInt(BlindSpots.PHASES);
		final boolean[] hidden = new boolean[side * side];
		final float[] start = patch.truth().clone(), trust = new float[start.length];
		for (int i = 0; i < hidden.length; i++) {
			hidden[i] = BlindSpots.isHidden(phase, i, side) || !patch.known()[i];
			trust[i] = hidden[i] ? 0 : 1;
		}
		fills.hybrid(start, hidden, side, side);
		return new DamagedPatch(side, patch.truth(), patch.known(), patch.trained(), hidden, start, trust);
	}

	private TrainingBatch batch(final DamagedPatch[] patches) {
		final int area = side * side;
		final float[] context = new float[patches.length * area], visible = new float[context.length], target =
			new float[context.length], known = new float[context.length], weight = new float[context.length];
		double sum = 0;
		int count = 0;
		for (int row = 0; row < patches.length; row++) {
			final DamagedPatch patch = patches[row];
			System.arraycopy(patch.start(), 0, context, row * area, area);
			System.arraycopy(patch.trust(), 0, visible, row * area, area);
			System.arraycopy(patch.truth(), 0, target, row * area, area);
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
		return new TrainingBatch(pictures(patches.length, context, visible), pictures(patches.length, target, known), weight,
			new float[context.length], Math.max(1, patches.length / POSTERIOR_SHARE));
	}

	private Pictures pictures(final int rows, final float[] values, final float[] visible) {
		return Pictures.alike(rows, side, side, values, visible, normalisation.told());
	}
}
