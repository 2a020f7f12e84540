package org.vaerestore.train;

import java.util.Arrays;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.predict.LargeHoles;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.vae.PriorSample;

/**
 * A square patch with holes, and what restoring would start from there: its own surroundings' patches, and the weights for
 * large holes.
 *
 * @param side in pixels
 * @param truth in network units, row by row; a fill where it is not known
 * @param known true where the truth is known
 * @param trained true where it may be learned from
 * @param hidden true in holes, and where nothing is known
 * @param start the truth where it is visible, else what restoring starts from
 * @param trust how far each value of the start can be trusted: 1 where it is visible, else below 1
 */
record DamagedPatch(int side, float[] truth, boolean[] known, boolean[] trained, boolean[] hidden, float[] start,
	float[] trust)
{

	/**
	 * Damages a patch and starts to restore it.
	 *
	 * @param hidden holes of the patch; pixels that aren't known are added
	 * @param large tells what is in large holes
	 */
	static DamagedPatch of(final Patch patch, final int side, final boolean[] hidden, final Normalisation normalisation,
		final FillWorkspace fills, final LargeHoles large)
	{
		final float[] truth = new float[side * side];
		final boolean[] unknown = new boolean[truth.length];
		for (int i = 0; i < truth.length; i++) {
			unknown[i] = !patch.known()[i];
			hidden[i] |= unknown[i];
			truth[i] = unknown[i] ? 0 : (float) normalisation.forward(patch.values()[i]);
		}
		fills.hybrid(truth, unknown, side, side);
		final float[] start = truth.clone();
		fills.hybrid(start, hidden, side, side);
		final float[] trust = LocalGaussianFill.improve(start, hidden, side, Progress.silent());
		boolean any = false;
		for (int i = 0; i < trust.length; i++)
			if (hidden[i]) trust[i] = trust[i] > 0 ? Math.min(PriorSample.MOST_TRUST, trust[i]) : 0;
			else any = true;
		if (any) large.improve(start, trust, hidden, side, Progress.silent());
		return new DamagedPatch(side, truth, patch.known(), patch.trained(), hidden, start, trust);
	}

	/**
	 * Cuts a smaller patch out.
	 *
	 * @param x of its upper left corner
	 * @param y of its upper left corner
	 * @param orientation one of the eight
	 */
	DamagedPatch cut(final int x, final int y, final int cutSide, final int orientation) {
		final int area = cutSide * cutSide;
		final DamagedPatch cut = new DamagedPatch(cutSide, new float[area], new boolean[area], new boolean[area],
			new boolean[area], new float[area], new float[area]);
		for (int v = 0; v < cutSide; v++)
			for (int u = 0; u < cutSide; u++) {
				final int from = (y + v) * side + x + u, to = PatchSource.oriented(u, v, orientation, cutSide);
				cut.truth[to] = truth[from];
				cut.known[to] = known[from];
				cut.trained[to] = trained[from];
				cut.hidden[to] = hidden[from];
				cut.start[to] = start[from];
				cut.trust[to] = trust[from];
			}
		return cut;
	}

	/** Returns this patch with nothing shown of it. */
	DamagedPatch empty() {
		final boolean[] all = new boolean[hidden.length];
		Arrays.fill(all, true);
		return new DamagedPatch(side, truth, known, trained, all, new float[all.length], new float[all.length]);
	}

	/** Returns the share of its pixels that are hidden. */
	double hiddenShare() {
		int count = 0;
		for (final boolean one : hidden)
			if (one) count++;
		return (double) count / hidden.length;
	}
}
