package org.vaerestore.restore;

import java.util.Arrays;
import java.util.Locale;

import org.vaerestore.fill.Hole;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Imagination;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorSample;

/** Draws what may be behind holes: by the model if its prior is sampled, else by the weights that come with the program. */
final class SampledHoles implements AutoCloseable {

	/** Depth of holes, in pixels, from which on larger structures aren't known from training. */
	private static final int DEEP = 64;
	/** Share of the variance that must be open for a single sample to be as it was drawn. */
	private static final float OPEN = 0.6f;
	/** Depth of holes that are thin, such as scratches, and what a single sample keeps of its difference from the mean there. */
	private static final int THIN = 3;
	private static final float THIN_SHARE = 0.5f;

	private final VaeModel model;
	private final boolean own;
	private final TilePlan plan;
	/** The model's network if that draws the samples; else made at the first of them. */
	private LadderVae vae;
	private boolean toldOfWeights;
	private boolean toldOfDepth;

	/**
	 * @param network of the model, which stays its owner's to close
	 */
	SampledHoles(final VaeModel model, final LadderVae network, final TilePlan plan) {
		this.model = model;
		this.plan = plan;
		own = !Imagination.draws(model);
		if (own) vae = network;
	}

	/** Tells, once each, what users should know of the samples of a plane. */
	void tell(final boolean[] hidden, final int width, final Progress progress) {
		if (!own && !toldOfWeights) progress.log("Model " + model.id() + " tells the mean; samples are drawn by the built-in weights " +
			Imagination.model().id() + ", which have not seen this image.");
		toldOfWeights = true;
		if (toldOfDepth) return;
		final double depth = Hole.of(hidden, width).stream().mapToDouble(Hole::depth).max().orElse(0);
		if (depth <= DEEP) return;
		toldOfDepth = true;
		progress.log(String.format(Locale.ROOT, "A hole reaches %.0f pixels from all that is known, and samples were learned up to %d: its middle " +
			"gets texture, but no larger structure that fits what is around. Restore a smaller version of the image for that, or mask less.",
			depth, DEEP));
	}

	/**
	 * Returns what draws samples of a plane.
	 *
	 * @param values what is known, and where holes start from
	 * @param trust how far each can be trusted: 1 where it is known
	 * @param width of the plane in pixels
	 * @param seed of the samples
	 */
	Plane of(final float[] values, final float[] trust, final int width, final long seed) {
		return new Plane(values, trust, width, seed);
	}

	/** A plane of which samples are drawn. */
	final class Plane {

		private final float[] values;
		private final float[] trust;
		private final int width;
		private final long seed;
		/** Made at the first sample, as looking at the plane takes a moment. */
		private PlanePredictor predictor;

		private Plane(final float[] values, final float[] trust, final int width, final long seed) {
			this.values = values;
			this.trust = trust;
			this.width = width;
			this.seed = seed;
		}

		/** Returns a sample of all pixels, in units of the image. */
		float[] sample(final int index, final Progress progress) {
			if (predictor == null) predictor = predictor();
			final float[] sample = predictor.sample(values, trust, width, new Sampling(1, seed), index, progress);
			for (int i = 0; i < sample.length; i++) {
				final float share = PriorSample.share(trust[i]);
				// Where nothing is trusted there may be no value to start from.
				if (share < 1) sample[i] = share == 0 ? values[i] : PriorSample.used(sample[i], values[i], trust[i]);
			}
			return sample;
		}

		/** The built-in weights see each plane in units of its own. */
		private PlanePredictor predictor() {
			if (vae == null) vae = Imagination.network(plan.threads());
			return new PlanePredictor(vae, own ? model.normalisation() : Normalisation.fit(known(values, trust), null), plan.tiling());
		}
	}

	/** Brings a sample's pixels into the range of those that are known: what is beyond is nothing that the image can have. */
	static void limit(final float[] sample, final float[] values, final float[] trust) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float value : known(values, trust)) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		for (int i = 0; i < sample.length; i++)
			sample[i] = Math.max(low, Math.min(high, sample[i]));
	}

	/**
	 * Returns by what share of its difference from the mean a single sample is to differ from it: where it is the only one, what is
	 * known well, and damage that is thin, has no look of its own that would be worth a pixel's precision.
	 *
	 * @param trust how far each pixel can be trusted: 1 where it is known
	 */
	static float[] room(final float[] trust, final boolean[] hidden, final int width) {
		final float[] room = new float[trust.length];
		for (final Hole hole : Hole.of(hidden, width)) {
			final float most = hole.depth() <= THIN ? THIN_SHARE : 1;
			for (final int pixel : hole.pixels())
				room[pixel] = Math.min(most, (1 - trust[pixel]) / OPEN);
		}
		return room;
	}

	/** Brings a sample closer to a mean, in place. */
	static void settle(final float[] sample, final float[] mean, final float[] room) {
		for (int i = 0; i < sample.length; i++)
			sample[i] = mean[i] + room[i] * (sample[i] - mean[i]);
	}

	private static float[] known(final float[] values, final float[] trust) {
		final float[] known = new float[values.length];
		int count = 0;
		for (int i = 0; i < values.length; i++)
			if (trust[i] == 1) known[count++] = values[i];
		return Arrays.copyOf(known, count);
	}

	@Override
	public void close() {
		if (!own && vae != null) vae.close();
	}
}
