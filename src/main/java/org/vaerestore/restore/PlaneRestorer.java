package org.vaerestore.restore;

import java.util.concurrent.Callable;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.fill.NeighbourFill;
import org.vaerestore.job.Causes;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.LargeHoles;
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

	/** Shares of the work on a plane at which its holes are filled, and its large ones improved. */
	private static final double FILLED = 0.3, IMPROVED = 0.6;

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
		return new Resized(small.values(), HiddenPixels.visible(small.hidden()), plane, progress);
	}

	/** A plane that is ready for the model; of its pixels, only hidden ones are of use. */
	sealed interface Begun {

		/** Returns the estimate of all pixels in units of the image. */
		SignalEstimate estimate();

		/** Returns one of several samples of all pixels in units of the image, each of one pass with latent variables of its own. */
		float[] sample(int index);
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
		final Progress filling = progress.part(0, FILLED);
		if (!damaged.slices().isEmpty()) {
			final float[] values = damaged.values().clone();
			final float[] trust = onGrantedThreads(() -> slices.fill(values, damaged.hidden(), damaged.width(), damaged
				.slices(), filling));
			if (meanTrust(trust, damaged.hidden()) > LEAST_TRUST) return new Start(values, trust, damaged.width(), progress.part(
				FILLED, 1));
		}
		final float[] values = damaged.values().clone();
		fills.hybrid(values, damaged.hidden(), damaged.width(), values.length / damaged.width());
		final float[] trust = onGrantedThreads(() -> LocalGaussianFill.improve(values, damaged.hidden(), damaged.width(),
			filling));
		final boolean improved = LargeHoles.improve(values, trust, damaged.hidden(), damaged.width(), plan, progress.part(FILLED,
			IMPROVED));
		return new Start(values, trust, damaged.width(), progress.part(improved ? IMPROVED : FILLED, 1));
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

	/** What a plane is to the model, and how far the work on it is. */
	private final class Input {

		private final float[] values;
		private final float[] visible;
		private final int width;
		private final Progress progress;

		Input(final float[] values, final float[] visible, final int width, final Progress progress) {
			this.values = values;
			this.visible = visible;
			this.width = width;
			this.progress = progress;
		}

		SignalEstimate estimate() {
			final boolean each = settings.estimate() == RestoreSettings.Estimate.EACH;
			// The latent variables of alternatives are drawn one by one.
			return predictor.estimate(values, visible, width, new Sampling(each ? 0 : settings.samples(), settings.seed()), each
				? progress.part(0, 1.0 / (1 + settings.alternatives())) : progress);
		}

		/** Returns one sample, of latent variables of its own. */
		float[] sample(final int index) {
			final int drawn = settings.alternatives();
			return predictor.sample(values, visible, width, new Sampling(drawn, settings.seed()), index, progress.part((1.0 +
				index) / (1 + drawn), (2.0 + index) / (1 + drawn)));
		}
	}

	/** Where the model starts from: values, and how far each can be trusted. */
	private final class Start implements Begun {

		private final float[] values;
		private final float[] trust;
		private final Input input;

		Start(final float[] values, final float[] trust, final int width, final Progress progress) {
			this.values = values;
			this.trust = trust;
			input = new Input(values, trust, width, progress);
		}

		@Override
		public SignalEstimate estimate() {
			final SignalEstimate estimate = input.estimate();
			final float[] deviation = estimate.deviation().clone();
			for (int i = 0; i < deviation.length; i++)
				deviation[i] *= spread;
			return new SignalEstimate(corrected(estimate.mean()), deviation);
		}

		@Override
		public float[] sample(final int index) {
			return corrected(input.sample(index));
		}

		/** Corrects the values by what the model says, the less the more they can be trusted by themselves. */
		private float[] corrected(final float[] said) {
			final float[] corrected = new float[values.length];
			for (int i = 0; i < corrected.length; i++)
				corrected[i] = values[i] + (1 - trust[i]) * (said[i] - values[i]);
			return corrected;
		}
	}

	/** A plane at the size of the model's input. */
	private final class Resized implements Begun {

		private final Masked plane;
		private final Input input;

		Resized(final float[] values, final float[] visible, final Masked plane, final Progress progress) {
			this.plane = plane;
			input = new Input(values, visible, inputSize, progress);
		}

		@Override
		public SignalEstimate estimate() {
			final SignalEstimate estimate = input.estimate();
			return new SignalEstimate(enlarge(estimate.mean()), enlarge(estimate.deviation()));
		}

		@Override
		public float[] sample(final int index) {
			return enlarge(input.sample(index));
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
