package org.vaerestore.predict;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.fill.Hole;
import org.vaerestore.fill.HoleMeans;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.PackagedModel;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.NoiseInputs;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.Tensor;

/**
 * Restores holes in which pixels lie too far from all that is visible for the patches around to tell what they are: with a
 * network that has learned large holes and nothing else, on procedural pictures, by squared errors.
 * <p>
 * It is the same for every model, and comes before the model: it makes a better start of what patches leave open, where a
 * plane is restored and where a model learns to.
 * </p>
 */
public final class LargeHoles implements AutoCloseable {

	/** Shape of its network. */
	public static final Architecture ARCHITECTURE = new Architecture(2, 4, 48, 8, 1, NoiseInputs.NEIGHBOURS,
		PriorUse.MEAN, 0);

	/** Least {@link Hole#depth} at which its estimate is better than what patches say. */
	static final int LEAST_DEPTH = 4;

	/**
	 * Depth of holes in which its estimate counts in full. Of deeper ones it knows the rim: further in it goes back to what is
	 * around on the average, and what goes on evenly from the rim comes closer.
	 */
	private static final double REACH = 16;

	/** Read at the first large hole alone. */
	private static final class Weights {

		static final List<Tensor> VALUE = PackagedModel.read(LargeHoles.class, "large-holes.vae.zip").weights();
	}

	private final TilePlan plan;
	private final Sampling sampling;
	/** Made at the first large hole. */
	private LadderVae vae;

	/**
	 * @param plan how to compute
	 * @param orientations how many flips and rotations to take, 1 to 8
	 */
	public LargeHoles(final TilePlan plan, final int orientations) {
		this.plan = plan;
		sampling = new Sampling(0, orientations, 0);
	}

	/**
	 * Improves what patches say of large holes.
	 *
	 * @param values a plane with all of its holes filled by patches; changed in large ones alone
	 * @param trust of each pixel, how far its value can be trusted, as a share of variance
	 * @param hidden true where a pixel is not known
	 * @param width of the plane in pixels
	 * @param progress of the work, which takes a moment if there are large holes
	 * @return whether there are any
	 */
	public boolean improve(final float[] values, final float[] trust, final boolean[] hidden, final int width, final Progress progress)
	{
		final List<Hole> holes = Hole.of(hidden, width);
		final List<Hole> large = holes.stream().filter(hole -> hole.depth() >= LEAST_DEPTH).toList();
		if (large.isEmpty()) return false;
		final float[] estimate = estimate(values, hidden, width, holes, progress);
		for (final Hole hole : large) {
			final double beyond = Math.max(0, hole.depth() - REACH);
			for (int k = 0; k < hole.pixels().length; k++) {
				final int pixel = hole.pixels()[k];
				final double inward = hole.depths()[k] * beyond / (REACH * REACH);
				values[pixel] += (float) ((1 - trust[pixel]) * Math.exp(-inward * inward) * (estimate[pixel] - values[pixel]));
			}
		}
		return true;
	}

	private float[] estimate(final float[] values, final boolean[] hidden, final int width, final List<Hole> holes,
		final Progress progress)
	{
		final float[] start = values.clone(), known = new float[values.length], visible = new float[values.length];
		int count = 0;
		for (int i = 0; i < values.length; i++) {
			if (hidden[i]) continue;
			known[count++] = values[i];
			visible[i] = 1;
		}
		HoleMeans.fill(start, hidden, width, holes);
		if (vae == null) vae = LadderVae.of(ARCHITECTURE, Weights.VALUE, plan.threads());
		return new PlanePredictor(vae, Normalisation.fit(Arrays.copyOf(known, count), null), plan.tiling()).estimate(start, visible, width,
			sampling, progress).mean();
	}

	@Override
	public void close() {
		if (vae != null) vae.close();
		vae = null;
	}
}
