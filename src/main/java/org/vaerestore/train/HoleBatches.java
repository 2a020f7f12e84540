package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.predict.BlindSpots;
import org.vaerestore.predict.LargeHoles;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.train.holes.LargeHoleSampler;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of clean images that teach what is behind holes, which start from where restoring starts from: what patches of the
 * surroundings say, and how far that can be trusted.
 * <p>
 * Some patches have blind spots instead, and start from a classical fill: such models enhance so.
 * </p>
 */
final class HoleBatches implements BatchSource, JudgedBatches {

	/** Share of patches of which nothing is shown, so that the model can generate. */
	private static final double EMPTY = 0.1, EMPTY_SAMPLED = 0.04;
	/** Share of patches in which each fourth pixel is hidden. */
	private static final double BLIND = 0.15, BLIND_SAMPLED = 0.06;

	/** Share of regions whose holes are large, where the prior is sampled: there is nothing to imagine in thin ones. */
	private static final double LARGE = 0.9;
	private static final double SMALLEST = 8;
	private static final int JUDGED_ORIENTATIONS = 8;

	private final int side;
	private final Normalisation normalisation;
	private final PriorUse prior;
	private final HoleSampler holes;
	private final LargeHoleSampler large;
	/** As in use, for what judges. */
	private final LargeHoles judgedHoles;
	private final DamagedRegions regions;
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * Creates batches; for one thread.
	 *
	 * @param side of patches in pixels
	 * @param normalisation of clean data
	 * @param prior how the network uses its prior
	 */
	HoleBatches(final PatchSource source, final int side, final Normalisation normalisation, final HoleSampler holes,
		final PriorUse prior, final long seed)
	{
		this.side = side;
		this.normalisation = normalisation;
		this.prior = prior;
		this.holes = holes;
		judgedHoles = DamagedRegions.largeHoles(side, JUDGED_ORIENTATIONS);
		large = new LargeHoleSampler(side, SMALLEST);
		regions = new DamagedRegions(source, normalisation, this::hide, side, seed);
	}

	private void hide(final SplittableRandom random, final boolean[] hidden) {
		if (prior == PriorUse.SAMPLED && random.nextDouble() < LARGE) System.arraycopy(large.draw(random), 0, hidden, 0, hidden.length);
		else holes.draw(random, hidden);
	}

	@Override
	public TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final DamagedPatch[] patches = new DamagedPatch[rows];
		final boolean sampled = prior == PriorUse.SAMPLED;
		final double empty = sampled ? EMPTY_SAMPLED : EMPTY, blind = sampled ? BLIND_SAMPLED : BLIND;
		for (int row = 0; row < rows; row++) {
			final DamagedPatch patch = regions.patch(step, random);
			final double kind = random.nextDouble();
			patches[row] = kind < empty ? patch.empty() : kind < empty + blind ? blind(patch, random) : patch;
		}
		return batch(patches);
	}

	@Override
	public TrainingBatch judge(final Patch[] patches, final SplittableRandom random) {
		final DamagedPatch[] damaged = new DamagedPatch[patches.length];
		for (int row = 0; row < damaged.length; row++) {
			final boolean[] hidden = new boolean[side * side];
			hide(random, hidden);
			damaged[row] = DamagedPatch.of(patches[row], side, hidden, normalisation, fills, judgedHoles);
		}
		return batch(damaged);
	}

	/** Makes a batch of patches of which what is kept for validation is hidden, and nothing else. */
	TrainingBatch judgeWhole(final Patch[] patches) {
		final DamagedPatch[] damaged = new DamagedPatch[patches.length];
		for (int row = 0; row < damaged.length; row++)
			damaged[row] = DamagedPatch.of(patches[row], side, patches[row].trained().clone(), normalisation, fills, judgedHoles);
		return batch(damaged);
	}

	@Override
	public TrainingBatch opposite(final Patch[] patches, final SplittableRandom random) {
		return null;
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

	@Override
	public void close() {
		judgedHoles.close();
		regions.close();
	}

	private TrainingBatch batch(final DamagedPatch[] patches) {
		return DamagedRows.batch(patches, side, normalisation.told(), prior);
	}
}
