package org.vaerestore.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.density.LatentDensity;

/**
 * Fits the density of the top level's latents over the training data: posterior means of patches, given nothing else.
 */
final class AggregatedPosterior {

	private static final int PATCHES = 96;
	private static final int MOST_COMPONENTS = 6;
	private static final int MOST_ROWS = 2000;

	private AggregatedPosterior() {}

	/**
	 * Fits it.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	static LatentDensity fit(final LadderVae vae, final PatchSource source, final Normalisation normalisation,
		final int side, final int batch, final SplittableRandom random, final Progress progress)
	{
		final List<double[]> rows = new ArrayList<>();
		final NeighbourCorrelation neighbours = new NeighbourCorrelation(vae.architecture().latentChannels());
		final int area = side * side;
		for (int done = 0; done < PATCHES; done += batch) {
			progress.checkCancelled();
			progress.update((double) done / PATCHES, "looking at what the model has learned");
			final float[] target = new float[batch * area];
			final float[] known = new float[batch * area];
			for (int row = 0; row < batch; row++) {
				final Patch patch = Patch.ofSide(side);
				source.draw(random, patch);
				for (int i = 0; i < area; i++) {
					known[row * area + i] = patch.known()[i] ? 1 : 0;
					target[row * area + i] = patch.known()[i] ? (float) normalisation.forward(patch.values()[i]) : 0;
				}
			}
			final Pictures nothing = Pictures.alike(batch, side, side, new float[batch * area], new float[batch * area],
				normalisation.told());
			final double[][] means = vae.topPosteriorMeans(nothing, Pictures.alike(batch, side, side, target, known, normalisation.told()));
			neighbours.add(means, side / vae.architecture().granularity());
			rows.addAll(Arrays.asList(means));
		}
		final int step = Math.max(1, rows.size() / MOST_ROWS);
		final List<double[]> kept = new ArrayList<>();
		for (int i = 0; i < rows.size(); i += step)
			kept.add(rows.get(i));
		return LatentDensity.fit(kept.toArray(double[][]::new), MOST_COMPONENTS, progress).withCorrelation(neighbours.mean());
	}
}
