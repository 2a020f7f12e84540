package org.vaerestore.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.vaerestore.nn.LearningRate;
import org.vaerestore.vae.FreeBits;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.TrainedPart;
import org.vaerestore.vae.noise.OneScale;
import org.vaerestore.vae.score.EnergyScore;
import org.vaerestore.vae.score.FrequencyScore;
import org.vaerestore.vae.score.PixelScore;
import org.vaerestore.vae.score.Score;
import org.vaerestore.vae.score.SumOfScores;

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
		/** From weights that know pictures, and stay as they are: what planes beside them tell is learned alone. */
		BESIDE(1, false, 50),
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
	private static final FreeBits FREE = new FreeBits(FREE_NATS, 0);
	/** Where the prior is sampled: levels of all resolutions may tell as much of a pixel. */
	private static final FreeBits SAMPLED_FREE = new FreeBits(0, 0.02);
	/** Weight of the error of averages where what is beside pictures is learned. */
	private static final double AVERAGED = 1;
	/** Weight of the evidence lower bound beside the score of samples, and the decoder's standard deviation in units of what is to be expected. */
	private static final double EVIDENCE = 0.3, SCALE = 0.2;
	/** What samples are asked for: texture, even texture, no more of any frequency than there is, and no more or less certainty. */
	static final Score SCORE = new SumOfScores(List.of(new EnergyScore(4, 1), new FrequencyScore(2), new PixelScore()));
	/**
	 * Divergence per latent value below which a level says nothing of the target. What is free is never made less, so that a
	 * level without a use for it stays about there.
	 */
	private static final double COLLAPSED = 2 * FREE_NATS;
	/** The same for each hidden pixel, where the prior is sampled. */
	private static final double COLLAPSED_SAMPLED = 0.01;
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
		final double beta = settings.beta() * (kind.warmsUp ? Math.min(1, progress / KL_WARM_UP) : 1);
		if (settings.architecture().prior() == PriorUse.MEAN) return new Objective(beta, FREE, settings.entropyWeight(), 1).withAveraged(kind == Kind.BESIDE
			? AVERAGED : 0);
		return new Objective(beta, SAMPLED_FREE, settings.entropyWeight(), 1, EVIDENCE, new OneScale(SCALE), 1, SCORE);
	}

	/**
	 * Tells of levels that say nothing, by the size of the structures that they are for.
	 *
	 * @param perLatent divergence of each level in nats per latent value
	 * @param perPixel the same in nats per pixel that counts
	 * @return a sentence, or nothing if all of them say something
	 */
	Optional<String> tellCollapse(final double[] perLatent, final double[] perPixel) {
		final boolean sampled = settings.architecture().prior() == PriorUse.SAMPLED;
		final double least = sampled ? COLLAPSED_SAMPLED : COLLAPSED;
		final double[] divergences = sampled ? perPixel : perLatent;
		final String sizes = IntStream.range(0, divergences.length).filter(level -> divergences[level] < least).mapToObj(
			level -> String.valueOf(settings.architecture().shuffle() << level)).collect(Collectors.joining(", "));
		if (sizes.isEmpty()) return Optional.empty();
		return Optional.of(String.format(Locale.ROOT, "In structures of about %s pixels this model's samples hardly differ: its latent variables " +
			"tell nothing there (below %.3f nats per %s). %s", sizes, least, sampled ? "hidden pixel" : "latent variable", sampled
				? "Train for longer, or on more of the data, if such structures should vary."
				: "The estimate is as good without them."));
	}

	/** Returns which parameters to change. */
	TrainedPart part(final double progress) {
		if (kind == Kind.BESIDE) return TrainedPart.COMPANIONS;
		if (settings.schedule() == Schedule.JOINT || progress >= 2.0 / 3) return TrainedPart.BOTH;
		return progress < 1.0 / 3 ? TrainedPart.ENCODER : TrainedPart.DECODER;
	}
}
