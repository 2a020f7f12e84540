package org.vaerestore.restore;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.restore.PlaneResize.Masked;
import org.vaerestore.vae.LadderVae;

/** Restores one plane after the other with one network. */
final class PlaneRestorer implements AutoCloseable {

	private final RestoreSettings settings;
	private final int inputSize;
	private final LadderVae vae;
	private final PlanePredictor predictor;
	private final CoarseToFine coarseToFine;

	PlaneRestorer(final VaeModel model, final RestoreSettings settings) {
		this.settings = settings;
		inputSize = model.inputSize();
		vae = LadderVae.of(model.architecture(), model.weights(), settings.threads());
		predictor = new PlanePredictor(vae, model.normalisation());
		coarseToFine = new CoarseToFine(predictor, inputSize);
	}

	/** Returns the estimate of all pixels of a plane in units of the image; only those of hidden ones are of use. */
	SignalEstimate estimate(final float[] plane, final boolean[] hidden, final int width, final Progress progress) {
		final Sampling sampling = new Sampling(settings.samples(), settings.seed());
		final Masked masked = new Masked(plane, hidden, width, plane.length / width);
		if (settings.mode() == RestoreSettings.Mode.TILES) return predictor.estimate(coarseToFine.start(masked, sampling,
			progress), hidden, width, sampling, progress);
		final Masked small = PlaneResize.resize(masked, inputSize, inputSize);
		final SignalEstimate estimate = predictor.estimate(small.values(), small.hidden(), small.width(), sampling, progress);
		return new SignalEstimate(enlarge(estimate.mean(), masked), enlarge(estimate.deviation(), masked));
	}

	/** Returns one sample of all pixels of a plane in units of the image. */
	float[] sample(final float[] plane, final boolean[] hidden, final int width, final int index,
		final Progress progress)
	{
		final Sampling sampling = new Sampling(Math.max(1, settings.samples()), settings.seed());
		final Masked masked = new Masked(plane, hidden, width, plane.length / width);
		if (settings.mode() == RestoreSettings.Mode.TILES) return predictor.sample(coarseToFine.start(masked, sampling,
			progress), hidden, width, sampling, index, progress);
		final Masked small = PlaneResize.resize(masked, inputSize, inputSize);
		return enlarge(predictor.sample(small.values(), small.hidden(), small.width(), sampling, index, progress), masked);
	}

	private float[] enlarge(final float[] values, final Masked plane) {
		return PlaneResize.interpolate(values, inputSize, inputSize, plane.width(), plane.height());
	}

	@Override
	public void close() {
		vae.close();
	}
}
