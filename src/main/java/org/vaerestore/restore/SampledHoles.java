package org.vaerestore.restore;

import java.util.Arrays;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Imagination;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorSample;
import org.vaerestore.vae.PriorUse;

/** Draws what may be behind holes: by the model if its prior is sampled, else by the weights that come with the program. */
final class SampledHoles implements AutoCloseable {

	/** Share of the variance that must be open for a single sample to be as it was drawn. */
	private static final float OPEN = 0.4f;

	private final LadderVae vae;
	/** Null where each plane's own counts. */
	private final Normalisation normalisation;
	private final TilePlan plan;

	SampledHoles(final VaeModel model, final TilePlan plan) {
		final boolean own = model.architecture().prior() == PriorUse.SAMPLED;
		this.plan = plan;
		vae = own ? LadderVae.of(model.architecture(), model.weights(), plan.threads()) : LadderVae.of(Imagination.ARCHITECTURE,
			Imagination.weights(), plan.threads());
		normalisation = own ? model.normalisation() : null;
	}

	/**
	 * Returns a sample of a plane.
	 *
	 * @param values what is known, and where holes start from
	 * @param trust how far each can be trusted: 1 where it is known
	 * @param width of the plane in pixels
	 * @param sampling how many samples there will be, and their seed
	 * @param index which of them
	 * @return all pixels in units of the image
	 */
	float[] sample(final float[] values, final float[] trust, final int width, final Sampling sampling, final int index,
		final Progress progress)
	{
		final float[] known = known(values, trust);
		final float[] said = new PlanePredictor(vae, normalisation == null ? Normalisation.fit(known, null) : normalisation, plan.core())
			.sample(values, trust, width, sampling, index, progress);
		for (int i = 0; i < said.length; i++) {
			final float share = PriorSample.share(trust[i]);
			// Where nothing is trusted there may be no value to start from.
			if (share < 1) said[i] = share == 0 ? values[i] : values[i] + share * (said[i] - values[i]);
		}
		return said;
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
	 * Brings a sample closer to where it starts from, the better that is known: where it is the only one, thin damage has no look
	 * of its own that would be worth a pixel's precision.
	 */
	static void settle(final float[] sample, final float[] values, final float[] trust) {
		for (int i = 0; i < sample.length; i++) {
			final float share = Math.min(1, (1 - trust[i]) / OPEN);
			if (share < 1) sample[i] = values[i] + share * (sample[i] - values[i]);
		}
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
		vae.close();
	}
}
