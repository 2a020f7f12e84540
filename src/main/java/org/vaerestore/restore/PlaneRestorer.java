package org.vaerestore.restore;

import java.util.concurrent.Callable;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.fill.NeighbourFill;
import org.vaerestore.job.Causes;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.predict.LargeHoles;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.predict.TilePlan;
import org.vaerestore.restore.PlaneResize.Masked;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.PriorSample;

import net.imglib2.parallel.Parallelization;

/** Restores one plane after the other with one network. */
final class PlaneRestorer implements AutoCloseable {

	/** Mean share of the variance that slices beside a plane must explain to be of use. */
	private static final double LEAST_TRUST = 0.3;

	/** Share of the work on a plane at which the model begins, and share of what comes before at which its holes are filled. */
	private static final double BEGUN = 0.6, FILLED = 0.5;
	/** Samples that tell a standard deviation. */
	private static final int DRAWN = 16;
	/** Flips and rotations of which a mean is made, and those of what samples start from, or settle to: as in training. */
	private static final int PASSES = 8, QUICK_PASSES = 2;

	/** What is held on the heap of the part of a plane around its holes: fills, estimates, samples, slices beside. */
	static final long BYTES_PER_PIXEL = 160;

	private final RestoreSettings settings;
	private final TilePlan plan;
	private final int inputSize;
	private final LadderVae vae;
	private final PlanePredictor predictor;
	private final SampledHoles samples;
	private final NeighbourFill slices = new NeighbourFill(true);
	private final FillWorkspace fills = new FillWorkspace();

	PlaneRestorer(final VaeModel model, final RestoreSettings settings, final TilePlan plan) {
		this.settings = settings;
		this.plan = plan;
		inputSize = model.inputSize();
		vae = LadderVae.of(model.architecture(), model.weights(), plan.threads());
		predictor = new PlanePredictor(vae, model.normalisation(), plan.tiling());
		samples = new SampledHoles(model, vae, plan);
	}

	/** Takes what becomes of a plane: once, or once for each alternative. */
	interface Result {

		/**
		 * Takes an estimate.
		 *
		 * @param copy which of the alternatives, from 0
		 * @param estimate of all pixels in units of the image; only hidden ones are of use
		 */
		void restored(int copy, SignalEstimate estimate);
	}

	/**
	 * Restores a plane.
	 *
	 * @param withDeviation whether standard deviations are asked for; if not, estimates have none
	 */
	void restore(final DamagedPlane damaged, final boolean withDeviation, final Result result, final Progress progress) {
		final Begun begun = begin(damaged, progress.part(0, BEGUN));
		final Progress rest = progress.part(BEGUN, 1);
		if (settings.estimate() == Estimate.MEAN && settings.samples() == 0) {
			final float[] mean = begun.mean(withDeviation ? rest.part(0, 0.5) : rest);
			result.restored(0, new SignalEstimate(mean, withDeviation ? drawn(begun, DRAWN, rest.part(0.5, 1)).around(mean) : null));
			return;
		}
		if (settings.estimate() == Estimate.MEAN) {
			final SampleMoments moments = drawn(begun, settings.samples(), rest);
			result.restored(0, new SignalEstimate(moments.mean(), withDeviation ? moments.around(moments.mean()) : null));
			return;
		}
		samples.tell(damaged.hidden(), damaged.width(), progress);
		SampleMoments moments = null;
		if (withDeviation) moments = drawn(begun, DRAWN, rest.part(0, 0.5));
		final float[] deviation = moments == null ? null : moments.around(moments.mean());
		for (int copy = 0; copy < settings.alternatives(); copy++)
			result.restored(copy, new SignalEstimate(begun.limited(begun.sample(copy, rest)), deviation));
	}

	private SampleMoments drawn(final Begun begun, final int count, final Progress progress) {
		final SampleMoments moments = new SampleMoments();
		for (int index = 0; index < count; index++)
			moments.add(begun.sample(index, progress.part((double) index / count, (index + 1.0) / count)));
		return moments;
	}

	/** Fills the holes of a plane as far as that can be done without the model, or makes it as small as the model's input. */
	private Begun begin(final DamagedPlane damaged, final Progress progress) {
		if (settings.mode() == RestoreSettings.Mode.TILES) return start(damaged, progress);
		final Masked plane = new Masked(damaged.values(), damaged.hidden(), damaged.width(), damaged.values().length / damaged
			.width());
		final Masked small = PlaneResize.resize(plane, inputSize, inputSize);
		return new Resized(small.values(), HiddenPixels.visible(small.hidden()), plane);
	}

	/** A plane that is ready for the model; of its pixels, only hidden ones are of use. */
	private sealed interface Begun {

		/** Returns the mean of all pixels in units of the image. */
		float[] mean(Progress progress);

		/** Returns one of the samples of all pixels in units of the image, each of one pass with latent variables of its own. */
		float[] sample(int index, Progress progress);

		/** Returns a sample as it is shown, in which no pixel is beyond what the image has. */
		float[] limited(float[] sample);
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
			if (meanTrust(trust, damaged.hidden()) > LEAST_TRUST) return new Start(values, trust, damaged);
		}
		final float[] values = damaged.values().clone();
		fills.hybrid(values, damaged.hidden(), damaged.width(), values.length / damaged.width());
		final float[] trust = onGrantedThreads(() -> LocalGaussianFill.improve(values, damaged.hidden(), damaged.width(),
			filling));
		// Not kept, as the memory is needed for the model.
		try (LargeHoles large = new LargeHoles(plan, settings.estimate() == Estimate.MEAN ? PASSES : QUICK_PASSES)) {
			large.improve(values, trust, damaged.hidden(), damaged.width(), progress.part(FILLED, 1));
		}
		return new Start(values, trust, damaged);
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

	private float[] meanOf(final float[] values, final float[] visible, final int width, final int orientations,
		final Progress progress)
	{
		return predictor.estimate(values, visible, width, new Sampling(0, orientations, settings.seed()), progress).mean();
	}

	/** Where the model starts from: values, and how far each can be trusted. */
	private final class Start implements Begun {

		private final float[] values;
		private final float[] trust;
		/** Less than all of hidden pixels, so that they can be told from known ones. */
		private final float[] doubt;
		private final boolean[] hidden;
		private final int width;
		private final SampledHoles.Plane drawn;

		Start(final float[] values, final float[] trust, final DamagedPlane damaged) {
			this.values = values;
			this.trust = trust;
			hidden = damaged.hidden();
			width = damaged.width();
			doubt = trust.clone();
			for (int i = 0; i < doubt.length; i++)
				if (damaged.hidden()[i]) doubt[i] = Math.min(PriorSample.MOST_TRUST, doubt[i]);
			drawn = samples.of(values, doubt, width, settings.seed());
		}

		/** Corrects the values by what the model says, the less the more they can be trusted by themselves. */
		@Override
		public float[] mean(final Progress progress) {
			return mean(PASSES, progress);
		}

		private float[] mean(final int orientations, final Progress progress) {
			final float[] said = meanOf(values, trust, width, orientations, progress);
			for (int i = 0; i < said.length; i++)
				said[i] = values[i] + (1 - trust[i]) * (said[i] - values[i]);
			return said;
		}

		@Override
		public float[] sample(final int index, final Progress progress) {
			return drawn.sample(index, progress);
		}

		@Override
		public float[] limited(final float[] sample) {
			if (settings.estimate() == Estimate.NATURAL) SampledHoles.settle(sample, mean(QUICK_PASSES, Progress.silent()), SampledHoles.room(
				doubt, hidden, width));
			SampledHoles.limit(sample, values, doubt);
			return sample;
		}
	}

	/** A plane at the size of the model's input. */
	private final class Resized implements Begun {

		private final float[] values;
		private final float[] visible;
		private final Masked plane;
		private final SampledHoles.Plane drawn;

		Resized(final float[] values, final float[] visible, final Masked plane) {
			this.values = values;
			this.visible = visible;
			this.plane = plane;
			drawn = samples.of(values, visible, inputSize, settings.seed());
		}

		@Override
		public float[] mean(final Progress progress) {
			return enlarge(meanOf(values, visible, inputSize, PASSES, progress));
		}

		@Override
		public float[] sample(final int index, final Progress progress) {
			return enlarge(drawn.sample(index, progress));
		}

		@Override
		public float[] limited(final float[] sample) {
			SampledHoles.limit(sample, plane.values(), HiddenPixels.visible(plane.hidden()));
			return sample;
		}

		private float[] enlarge(final float[] small) {
			return PlaneResize.interpolate(small, inputSize, inputSize, plane.width(), plane.height());
		}
	}

	@Override
	public void close() {
		samples.close();
		vae.close();
	}
}
