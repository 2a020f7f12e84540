package org.vaerestore.train;

import org.vaerestore.nn.LearningRate;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.TrainedPart;

/**
 * What to do at which point of a training, as a function of the share of it that is done.
 *
 * @param settings of the training
 * @param kind of training
 * @param rateSpan share of its way to its end that the learning rate goes, 1 for all of it
 */
record Plan(TrainingSettings settings, Kind kind, double rateSpan) {

	/** What a training starts from, and how long it goes on. */
	enum Kind {
		/** From random weights. */
		SCRATCH(1, true, 50),
		/** From weights of a training that taught something else: with latents in use. */
		CONTINUING(1, false, 50),
		/** From weights that know pictures already: more slowly, and soon, as half a minute may be all there is. */
		ADAPTING(0.5, false, 10);

		private final double rate;
		private final boolean warmsUp;
		/** Steps until the learning rate is highest. */
		private final int warmUpSteps;

		Kind(final double rate, final boolean warmsUp, final int warmUpSteps) {
			this.rate = rate;
			this.warmsUp = warmsUp;
			this.warmUpSteps = warmUpSteps;
		}
	}

	private static final double KL_WARM_UP = 0.2;
	private static final double FREE_NATS = 0.005;
	/**
	 * Divergence per latent value below which a level says nothing of the target. What is free is never made less, so that a
	 * level without a use for it stays about there.
	 */
	static final double COLLAPSED = 2 * FREE_NATS;
	private static final double FINAL_RATE = 0.02;

	/** Returns the share of the training that is done, 0 to 1. */
	double progress(final long step, final double seconds) {
		return Math.min(1, Math.max(step / (double) settings.steps(), seconds / (60 * settings.minutes())));
	}

	/** Returns the learning rate of a step. */
	double rate(final long step, final double progress) {
		return new LearningRate(highestRate(), kind.warmUpSteps, FINAL_RATE).at(step, rateSpan * progress);
	}

	double highestRate() {
		return kind.rate * settings.learningRate();
	}

	/** Returns the objective; the divergence warms up so that the latents are used before they are made cheap. */
	Objective objective(final double progress) {
		return new Objective(settings.beta() * (kind.warmsUp ? Math.min(1, progress / KL_WARM_UP) : 1), FREE_NATS, settings
			.entropyWeight(), 1);
	}

	/** Returns whether a level says no more than what is free. */
	static boolean isCollapsed(final double divergencePerLatent) {
		return divergencePerLatent < COLLAPSED;
	}

	/** Returns which parameters to change. */
	TrainedPart part(final double progress) {
		if (settings.schedule() == Schedule.JOINT || progress >= 2.0 / 3) return TrainedPart.BOTH;
		return progress < 1.0 / 3 ? TrainedPart.ENCODER : TrainedPart.DECODER;
	}
}
