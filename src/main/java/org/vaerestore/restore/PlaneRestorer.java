package org.vaerestore.restore;

import java.util.concurrent.Callable;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.fill.NeighbourFill;
import org.vaerestore.job.Causes;
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
	private final TilePlan plan;
	private final float spread;
	private final int inputSize;
	private final LadderVae vae;
	private final PlanePredictor predictor;
	private final NeighbourFill slices = new NeighbourFill(true);
	private final FillWorkspace fills = new FillWorkspace();

	PlaneRestorer(final VaeModel model, final RestoreSettings settings, final TilePlan plan) {
		this.settings = settings;
		this.plan = plan;
		spread = (float) model.restoringSpread();
		inputSize = model.inputSize();
		vae = LadderVae.of(model.architecture(), model.weights(), plan.threads());
		predictor = new PlanePredictor(vae, model.normalisation(), plan.core());
	}

	/** Fills the holes of a plane as far as that can be done without the model, or makes it as small as the model's input. */
	Begun begin(final DamagedPlane damaged, final Progress progress) {
		if (settings.mode() == RestoreSettings.Mode.TILES) return start(damaged, progress);
		final Masked plane = new Masked(damaged.values(), damaged.hidden(), damaged.width(), damaged.values().length / damaged
			.width());
		final Masked small = PlaneResize.resize(plane, inputSize, inputSize);
		return new Resized(small.values(), HiddenPixels.visible(small.hidden()), plane);
	}

	/** A plane that is ready for the model; of its pixels, only hidden ones are of use. */
	sealed interface Begun {

		/** Returns the estimate of all pixels in units of the image. */
		SignalEstimate estimate(Progress progress);

		/** Returns one sample of all pixels in units of the image. */
		float[] sample(int index, Progress progress);
	}

	private float[] onGrantedThreads(final Callable<float[]> work) {
		try {
			return Parallelization.runWithNumThreads(plan.threads(), work);
		}
		catch (final RuntimeException e) {
			throw Causes.unwrapped(e);
		}
	}

	/** What the slices beside a plane say of its holes, if they say enough; else what the plane itself says. */
	private Start start(final DamagedPlane damaged, final Progress progress) {
		if (!damaged.slices().isEmpty()) {
			final float[] values = damaged.values().clone();
			final float[] trust = onGrantedThreads(() -> slices.fill(values, damaged.hidden(), damaged.width(), damaged
				.slices()));
			if (meanTrust(trust, damaged.hidden()) > LEAST_TRUST) return new Start(values, trust, damaged.width());
		}
		final float[] values = damaged.values().clone();
		fills.hybrid(values, damaged.hidden(), damaged.width(), values.length / damaged.width());
		final float[] trust = onGrantedThreads(() -> LocalGaussianFill.improve(values, damaged.hidden(), damaged.width()));
		LargeHoles.improve(values, trust, damaged.hidden(), damaged.width(), plan, progress);
		return new Start(values, trust, damaged.width());
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

	private SignalEstimate estimate(final float[] values, final float[] visible, final int width, final Progress progress) {
		return predictor.estimate(values, visible, width, new Sampling(settings.samples(), settings.seed()), progress);
	}

	private float[] sample(final float[] values, final float[] visible, final int width, final int index,
		final Progress progress)
	{
		return predictor.sample(values, visible, width, new Sampling(Math.max(1, settings.samples()), settings.seed()), index,
			progress);
	}

	/** Where the model starts from: values, and how far each can be trusted. */
	private final class Start implements Begun {

		private final float[] values;
		private final float[] visible;
		private final int width;

		Start(final float[] values, final float[] visible, final int width) {
			this.values = values;
			this.visible = visible;
			this.width = width;
		}

		/** Corrects the values by what the model says, the less the more they can be trusted by themselves. */
		@Override
		public SignalEstimate estimate(final Progress progress) {
			final SignalEstimate estimate = PlaneRestorer.this.estimate(values, visible, width, progress);
			final float[] mean = new float[values.length], deviation = new float[values.length];
			for (int i = 0; i < mean.length; i++) {
				mean[i] = values[i] + (1 - visible[i]) * (estimate.mean()[i] - values[i]);
				deviation[i] = spread * estimate.deviation()[i];
			}
			return new SignalEstimate(mean, deviation);
		}

		@Override
		public float[] sample(final int index, final Progress progress) {
			return PlaneRestorer.this.sample(values, visible, width, index, progress);
		}
	}

	/** A plane at the size of the model's input. */
	private final class Resized implements Begun {

		private final float[] values;
		private final float[] visible;
		private final Masked plane;

		Resized(final float[] values, final float[] visible, final Masked plane) {
			this.values = values;
			this.visible = visible;
			this.plane = plane;
		}

		@Override
		public SignalEstimate estimate(final Progress progress) {
			final SignalEstimate estimate = PlaneRestorer.this.estimate(values, visible, inputSize, progress);
			return new SignalEstimate(enlarge(estimate.mean()), enlarge(estimate.deviation()));
		}

		@Override
		public float[] sample(final int index, final Progress progress) {
			return enlarge(PlaneRestorer.this.sample(values, visible, inputSize, index, progress));
		}

		private float[] enlarge(final float[] small) {
			return PlaneResize.interpolate(small, inputSize, inputSize, plane.width(), plane.height());
		}
	}

	@Override
	public void close() {
		vae.close();
	}
}
