package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Checkpoint;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.Losses;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.Tensor;
import org.vaerestore.vae.noise.Likelihood;

/** One training from its first or resumed step to its end; keeps the weights that validated best. */
final class TrainingRun {

	/** A multiple of which ends every stretch between validations, so that resuming finds the same places. */
	static final int VALIDATION_STEPS = 100;
	private static final double POINT_SECONDS = 1;
	/** Beginnings of names in a checkpoint. */
	private static final String START = "start/", BEST = "best/";
	/** The rest goes to what is said of the finished model. */
	private static final double TRAINING_SHARE = 0.98;

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
	/** Null where there is no start to compare with. */
	private StartGate gate;
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

	/**
	 * Goes on from a checkpoint, bit for bit.
	 *
	 * @param check compares what is learned with the start, where the checkpoint tells it
	 */
	void resume(final VaeModel model, final Function<LadderVae, double[]> check) {
		final Checkpoint checkpoint = model.checkpoint();
		step = checkpoint.counters().get("step").longValue();
		secondsBefore = checkpoint.counters().get("seconds");
		bestError = checkpoint.counters().get("bestError");
		final List<Tensor> chosen = TensorNames.without(BEST, checkpoint.state());
		best = bestError == Double.POSITIVE_INFINITY ? null : chosen.isEmpty() ? model.weights() : chosen;
		history.addAll(model.history());
		learner.restore(checkpoint.state(), step);
		final List<Tensor> first = TensorNames.without(START, checkpoint.state());
		if (!first.isEmpty()) gate = new StartGate(checkOf(check), first);
	}

	/**
	 * Keeps the weights that it starts from unless others are better.
	 *
	 * @param check errors of a network at many places that the judge doesn't look at, always in the same order
	 */
	void keepStart(final Function<LadderVae, double[]> check) {
		learner.copyAveragedWeights(judged);
		bestError = data.judge().score(judged).error();
		best = learner.averagedWeights();
		gate = new StartGate(checkOf(check), best);
	}

	private Function<List<Tensor>, double[]> checkOf(final Function<LadderVae, double[]> check) {
		return weights -> {
			judged.setWeights(weights);
			return check.apply(judged);
		};
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
		if (!meter.isEmpty() && !progress.mustEnd()) validate();
		if (best == null) return begun();
		if (gate != null) progress.log(tellOf(gate.pass(best)));
		final boolean kept = gate != null && chosen() == gate.start();
		// Whoever cancels wants to go on soon: no finishing touches, but all that resuming needs.
		if (progress.mustEnd()) return checkpoint();
		if (!kept) reportCollapse();
		try {
			return data.model(chosen(), history, judged, progress.part(TRAINING_SHARE, 1));
		}
		catch (final CancelledException e) {
			return checkpoint();
		}
	}

	/** Returns the weights as they are: none were looked at yet, and whoever resumes must find it so. */
	private VaeModel begun() {
		if (meter.isEmpty()) throw new CancelledException();
		history.add(meter.point(step, seconds(), Double.NaN));
		return checkpoint();
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

	private String tellOf(final StartGate.Passed passed) {
		final boolean sampled = settings.architecture().prior() == PriorUse.SAMPLED;
		if (passed.share() == 0) return "Training made " + (sampled ? "samples" : "the weights") + " no better than those it started " +
			"from, by pixels kept for validation; the start is kept.";
		final String gain = !Double.isFinite(passed.gain()) ? "" : sampled ? String.format(Locale.ROOT, ": their score is %.1f %% lower",
			100 - 100 * Math.pow(10, -passed.gain() / 10)) : String.format(Locale.ROOT, " by %.2f dB", passed.gain());
		final String share = passed.share() == 1 ? "." : String.format(Locale.ROOT,
			"; %.0f %% of what it changed is taken, as more is not surely better.", 100 * passed.share());
		return "By pixels kept for validation, training made " + (sampled ? "samples" : "the weights") + " better" + gain + share;
	}

	private void reportCollapse() {
		if (settings.architecture().prior() == PriorUse.SAMPLED && !history.isEmpty()) progress.log("From fine structure to coarse, the latent " +
			"variables tell " + history.get(history.size() - 1).divergences() + " nats of each hidden pixel.");
		if (lastDivergence.length > 0) plan.tellCollapse(lastDivergence, history.get(history.size() - 1).kl()).ifPresent(progress::log);
	}

	private VaeModel checkpoint() {
		final Map<String, Double> counters = new TreeMap<>();
		counters.put("step", (double) step);
		counters.put("seconds", seconds());
		counters.put("bestError", bestError);
		final List<Tensor> state = new ArrayList<>(learner.state());
		final List<Tensor> chosen = chosen();
		if (gate != null) state.addAll(TensorNames.with(START, gate.start()));
		if (best != null && chosen != best) state.addAll(TensorNames.with(BEST, best));
		return data.draft(chosen, history).withCheckpoint(new Checkpoint(state, counters));
	}

	/** Returns the best weights, or what of them is better than those it started from; or those of now. */
	private List<Tensor> chosen() {
		if (best == null) return learner.averagedWeights();
		return gate == null ? best : gate.pass(best).weights();
	}

	private double seconds() {
		return secondsBefore + (System.nanoTime() - started) / 1e9;
	}
}
