package org.vaerestore.train;

import org.vaerestore.nn.LearningRate;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.TrainedPart;

/**
 * What to do at which point of a training, as a function of the share of it that is done.
 *
 * @param settings of the training
 * @param kind of training
 */
record Plan(TrainingSettings settings, Kind kind) {

	/** What a training starts from, and how long it goes on. */
	enum Kind {
		/** From random weights, for minutes. */
		SCRATCH(1),
		/** From random weights, for hours: more slowly. */
		PRETRAINING(0.5),
		/** From weights that know pictures already: more slowly still, and with latents in use. */
		ADAPTING(0.125);

		private final double rate;

		Kind(final double rate) {
			this.rate = rate;
		}
	}

	private static final double KL_WARM_UP = 0.2;
	private static final double FREE_NATS = 0.005;
	private static final int RATE_WARM_UP_STEPS = 50;
	private static final double FINAL_RATE = 0.02;

	/** Returns the share of the training that is done, 0 to 1. */
	double progress(final long step, final double seconds) {
		return Math.min(1, Math.max(step / (double) settings.steps(), seconds / (60 * settings.minutes())));
	}

	/** Returns the learning rate of a step. */
	double rate(final long step, final double progress) {
		return new LearningRate(kind.rate * settings.learningRate(), RATE_WARM_UP_STEPS, FINAL_RATE).at(step, progress);
	}

	/** Returns the objective; the divergence warms up so that the latents are used before they are made cheap. */
	Objective objective(final double progress) {
		return new Objective(settings.beta() * (kind == Kind.ADAPTING ? 1 : Math.min(1, progress / KL_WARM_UP)), FREE_NATS, settings.entropyWeight(), 1);
	}

	/** Returns which parameters to change. */
	TrainedPart part(final double progress) {
		if (settings.schedule() == Schedule.JOINT || progress >= 2.0 / 3) return TrainedPart.BOTH;
		return progress < 1.0 / 3 ? TrainedPart.ENCODER : TrainedPart.DECODER;
	}
}
