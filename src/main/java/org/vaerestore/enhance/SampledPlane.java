package org.vaerestore.enhance;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Place;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.Tiling;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorSample;

/**
 * An enhanced plane of which samples are drawn: what may be behind the noise, each of them a possible truth.
 * <p>
 * A network whose prior is sampled starts from the estimate, and is told by how much that may be off. All of it is in the model's
 * units, in which the noise is the same everywhere.
 * </p>
 */
final class SampledPlane {

	private final float[] estimate;
	private final float[] deviation;
	private final int width;
	private final Normalisation units;
	private final PlanePredictor predictor;
	/** In network units, as far as it can be trusted. */
	private final float[] start;
	private final float[] trust;
	private float low = Float.POSITIVE_INFINITY;
	private float high = Float.NEGATIVE_INFINITY;

	/**
	 * @param estimate of all pixels, in units of the image
	 * @param deviation standard deviation of its error; NaN where a pixel is no signal, or no number, and stays as it is
	 * @param width of the plane in pixels
	 * @param model that enhanced it
	 * @param vae whose prior is sampled
	 * @param tiling of the plane
	 * @param place of the plane
	 */
	SampledPlane(final float[] estimate, final float[] deviation, final int width, final VaeModel model,
		final LadderVae vae, final Tiling tiling, final Place place)
	{
		this.estimate = estimate;
		this.deviation = deviation;
		this.width = width;
		units = model.normalisation();
		// The network sees the estimate in units in which it is already.
		predictor = new PlanePredictor(vae, Normalisation.NONE, tiling).at(place);
		start = estimate.clone();
		trust = new float[start.length];
		for (int i = 0; i < start.length; i++) {
			if (!isOpen(i)) {
				start[i] = Float.NaN;
				continue;
			}
			start[i] = (float) units.forward(estimate[i]);
			// The network knows errors as they are told, without what real images have more.
			trust[i] = PriorSample.trust(deviation[i] / (model.spread() * Math.abs(units.slope(start[i]))));
			low = Math.min(low, estimate[i]);
			high = Math.max(high, estimate[i]);
		}
	}

	private boolean isOpen(final int i) {
		return Float.isFinite(estimate[i]) && Float.isFinite(deviation[i]);
	}

	/**
	 * Returns a sample of all pixels, in units of the image; none is further beyond the estimate's range than that is sure.
	 *
	 * @param seed of the samples
	 * @param index which of the samples of the seed
	 */
	float[] sample(final long seed, final int index, final Progress progress) {
		final float[] sample = predictor.sample(start, trust, width, new Sampling(1, seed), index, progress);
		for (int i = 0; i < sample.length; i++) {
			if (!isOpen(i)) {
				sample[i] = estimate[i];
				continue;
			}
			// Both ways back have the same bias.
			final double change = units.inverse(PriorSample.used(sample[i], start[i], trust[i])) - units.inverse(start[i]);
			sample[i] = (float) Math.max(low - deviation[i], Math.min(high + deviation[i], estimate[i] + change));
		}
		return sample;
	}
}
