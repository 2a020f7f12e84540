package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Checkpoint;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.Losses;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.noise.Likelihood;

/** One training from its first or resumed step to its end; keeps the weights that validated best. */
final class TrainingRun {

	/** A multiple of which ends every stretch between validations, so that resuming finds the same places. */
	static final int VALIDATION_STEPS = 100;
	private static final double POINT_SECONDS = 1;
	/** The rest goes to what is said of the finished model. */
	private static final double TRAINING_SHARE = 0.98;
	private static final double COLLAPSED = 1e-3;

	private final TrainingSettings settings;
	private final Plan plan;
	private final TrainingData data;
	/** Has the averaged weights at each validation, and buffers of its own: those of the training keep their shapes. */
	private final LadderVae judged;
	private final Learner learner;
	private final LossMeter meter;
	private final TrainingListener listener;
	private final Progress progress;
	private final List<TrainingPoint> history = new ArrayList<>();

	private Likelihood likelihood;
	private List<Tensor> best;
	private List<Tensor> start;
	private double bestError = Double.POSITIVE_INFINITY;
	private double[] lastDivergence = {};
	private long step;
	private double secondsBefore;
	private long started;

	TrainingRun(final TrainingSettings settings, final Plan plan, final TrainingData data, final LadderVae vae,
		final LadderVae judged, final TrainingListener listener, final Progress progress)
	{
		this.settings = settings;
		this.data = data;
		this.judged = judged;
		this.listener = listener;
		this.progress = progress;
		this.plan = plan;
		learner = new Learner(vae, settings.threads());
		meter = new LossMeter(settings.architecture().levels());
		likelihood = data.likelihood();
	}

	/** Goes on from a model: from its checkpoint bit for bit, or from its weights. */
	void resume(final VaeModel model) {
		final Checkpoint checkpoint = model.checkpoint();
		if (checkpoint == null) return;
		step = checkpoint.counters().get("step").longValue();
		secondsBefore = checkpoint.counters().get("seconds");
		bestError = checkpoint.counters().get("bestError");
		best = model.weights();
		history.addAll(model.history());
		learner.restore(checkpoint.state(), step);
	}

	/** Keeps the weights that it starts from until others are better. */
	void keepStart() {
		learner.copyAveragedWeights(judged);
		bestError = data.judge().score(judged).error();
		start = best = learner.averagedWeights();
	}

	/** Trains to the end and returns the best model; if cancelled, the best so far with a checkpoint. */
	VaeModel run() {
		started = System.nanoTime();
		double lastCheckpoint = seconds();
		double lastPoint = seconds();
		while (step < settings.steps() && seconds() < 60 * settings.minutes() && !progress.mustEnd()) {
			oneStep();
			final boolean last = step >= settings.steps() || seconds() >= 60 * settings.minutes();
			if (step % VALIDATION_STEPS == 0 || last) {
				validate();
				lastPoint = seconds();
				if (!last && listener.wantsCheckpoint(seconds() - lastCheckpoint)) {
					listener.checkpoint(checkpoint());
					lastCheckpoint = seconds();
				}
			}
			else if (seconds() - lastPoint > POINT_SECONDS) {
				tell();
				lastPoint = seconds();
			}
		}
		if (!meter.isEmpty() && (best == null || !progress.mustEnd())) validate();
		if (best == null) throw new CancelledException();
		if (best == start) progress.log("Training made the weights no better than those it started from, by pixels kept for " +
			"validation; the start is kept.");
		// Whoever cancels wants to go on soon: no finishing touches, but all that resuming needs.
		if (progress.mustEnd()) return checkpoint();
		reportCollapse();
		try {
			return data.model(best, history, judged, progress.part(TRAINING_SHARE, 1));
		}
		catch (final CancelledException e) {
			return checkpoint();
		}
	}

	private void oneStep() {
		final double done = plan.progress(step, seconds());
		if (data.isRefinementDue(done) && !refineNoise()) return;
		final Losses losses = learner.step(data.batch(step), plan.objective(done), likelihood, plan.part(done), plan
			.rate(step, done), new SplittableRandom(Seeds.of(settings.seed(), Seeds.LATENTS, step)));
		step++;
		meter.add(losses);
	}

	/** Returns whether it wasn't cancelled. */
	private boolean refineNoise() {
		learner.copyAveragedWeights(judged);
		final double now = TRAINING_SHARE * plan.progress(step, seconds());
		try {
			data.refineNoise(judged, progress.part(now, now));
		}
		catch (final CancelledException e) {
			return false;
		}
		likelihood = data.likelihood();
		progress.log("noise model: " + data.noise().describe());
		return true;
	}

	private void validate() {
		learner.copyAveragedWeights(judged);
		final Judge.Score score = data.judge().score(judged);
		listener.previewed(data.judge().preview(judged));
		if (score.error() < bestError || best == null) {
			bestError = score.error();
			best = learner.averagedWeights();
		}
		if (!meter.isEmpty()) {
			final TrainingPoint point = meter.point(step, seconds(), score.psnr());
			history.add(point);
			listener.trained(point);
			lastDivergence = meter.klPerLatent();
			meter.clear();
		}
		report();
	}

	private void tell() {
		if (!meter.isEmpty()) listener.trained(meter.point(step, seconds(), Double.NaN));
		report();
	}

	private void report() {
		progress.update(TRAINING_SHARE * plan.progress(step, seconds()), String.format(Locale.ROOT, "training, step %d", step));
	}

	/** The posterior of a collapsed level says nothing of the target: its divergence is nil. */
	private void reportCollapse() {
		int collapsed = 0;
		for (final double divergence : lastDivergence)
			if (divergence < COLLAPSED) collapsed++;
		if (collapsed > 0) progress.log(String.format(Locale.ROOT,
			"The posterior of %d of %d latent levels has collapsed to the prior (below %.3f nats per latent): the model is as good as with fewer levels, and its samples vary less.",
			collapsed, lastDivergence.length, COLLAPSED));
	}

	private VaeModel checkpoint() {
		final Map<String, Double> counters = new TreeMap<>();
		counters.put("step", (double) step);
		counters.put("seconds", seconds());
		counters.put("bestError", bestError);
		return data.draft(best, history).withCheckpoint(new Checkpoint(learner.state(), counters));
	}

	private double seconds() {
		return secondsBefore + (System.nanoTime() - started) / 1e9;
	}
}
