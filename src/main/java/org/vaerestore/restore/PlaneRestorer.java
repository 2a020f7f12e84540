package org.vaerestore.restore;

import java.util.concurrent.Callable;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.fill.NeighbourFill;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.restore.PlaneResize.Masked;
import org.vaerestore.vae.LadderVae;

import net.imglib2.parallel.Parallelization;

/** Restores one plane after the other with one network. */
final class PlaneRestorer implements AutoCloseable {

	/** Mean share of the variance that slices beside a plane must explain to be of use. */
	private static final double LEAST_TRUST = 0.3;

	/** What is held on the heap of the part of a plane around its holes: fills, estimates, slices beside. */
	static final long BYTES_PER_PIXEL = 128;

	private final RestoreSettings settings;
	private final int threads;
	private final int inputSize;
	private final LadderVae vae;
	private final PlanePredictor predictor;
	private final NeighbourFill slices = new NeighbourFill(true);
	private final FillWorkspace fills = new FillWorkspace();

	PlaneRestorer(final VaeModel model, final RestoreSettings settings, final TilePlan plan) {
		this.settings = settings;
		threads = plan.threads();
		inputSize = model.inputSize();
		vae = LadderVae.of(model.architecture(), model.weights(), threads);
		predictor = new PlanePredictor(vae, model.normalisation(), plan.core());
	}

	/** Returns the estimate of all pixels of a plane in units of the image; only those of hidden ones are of use. */
	SignalEstimate estimate(final DamagedPlane damaged, final Progress progress) {
		final Sampling sampling = new Sampling(settings.samples(), settings.seed());
		final Masked masked = masked(damaged);
		if (settings.mode() == RestoreSettings.Mode.TILES) {
			final Start start = start(damaged);
			return start.corrected(predictor.estimate(start.values(), start.visible(), damaged.width(), sampling, progress));
		}
		final Masked small = PlaneResize.resize(masked, inputSize, inputSize);
		final SignalEstimate estimate = predictor.estimate(small.values(), HiddenPixels.visible(small.hidden()), small.width(),
			sampling, progress);
		return new SignalEstimate(enlarge(estimate.mean(), masked), enlarge(estimate.deviation(), masked));
	}

	/** Returns one sample of all pixels of a plane in units of the image. */
	float[] sample(final DamagedPlane damaged, final int index, final Progress progress) {
		final Sampling sampling = new Sampling(Math.max(1, settings.samples()), settings.seed());
		final Masked masked = masked(damaged);
		if (settings.mode() == RestoreSettings.Mode.TILES) {
			final Start start = start(damaged);
			return predictor.sample(start.values(), start.visible(), damaged.width(), sampling, index, progress);
		}
		final Masked small = PlaneResize.resize(masked, inputSize, inputSize);
		return enlarge(predictor.sample(small.values(), HiddenPixels.visible(small.hidden()), small.width(), sampling, index,
			progress), masked);
	}

	private static Masked masked(final DamagedPlane damaged) {
		return new Masked(damaged.values(), damaged.hidden(), damaged.width(), damaged.values().length / damaged.width());
	}

	private float[] onGrantedThreads(final Callable<float[]> work) {
		return Parallelization.runWithNumThreads(threads, work);
	}

	/** What the slices beside a plane say of its holes, if they say enough; else what the plane itself says. */
	private Start start(final DamagedPlane damaged) {
		if (!damaged.slices().isEmpty()) {
			final float[] values = damaged.values().clone();
			final float[] trust = onGrantedThreads(() -> slices.fill(values, damaged.hidden(), damaged.width(), damaged
				.slices()));
			if (meanTrust(trust, damaged.hidden()) > LEAST_TRUST) return new Start(values, trust);
		}
		final float[] values = damaged.values().clone();
		fills.hybrid(values, damaged.hidden(), damaged.width(), values.length / damaged.width());
		return new Start(values, onGrantedThreads(() -> LocalGaussianFill.improve(values, damaged.hidden(), damaged.width())));
	}

	private static double meanTrust(final float[] trust, final boolean[] hidden) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < trust.length; i++)
			if (hidden[i]) {
				sum += trust[i];
				count++;
			}
		return sum / count;
	}

	/** Where the model starts from: values, and how far each can be trusted. */
	private record Start(float[] values, float[] visible) {

		/** Corrects the values by what the model says, the less the more they can be trusted by themselves. */
		SignalEstimate corrected(final SignalEstimate estimate) {
			final float[] mean = new float[values.length];
			for (int i = 0; i < mean.length; i++)
				mean[i] = values[i] + (1 - visible[i]) * (estimate.mean()[i] - values[i]);
			return new SignalEstimate(mean, estimate.deviation());
		}
	}

	private float[] enlarge(final float[] values, final Masked plane) {
		return PlaneResize.interpolate(values, inputSize, inputSize, plane.width(), plane.height());
	}

	@Override
	public void close() {
		vae.close();
	}
}
