package org.vaerestore.train;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.SampledStart;
import org.vaerestore.vae.Tensor;

/** Trains one stage of a recipe, on procedural pictures alone: no one's images are in them. */
final class Pretrainer {

	/** Kinds of scenes that a lesson draws from at most. */
	private static final int MOST_POOLS = 2;

	private Pretrainer() {}

	/** Returns what a stage's model tells of itself. */
	static ModelFacts facts(final RecipeStage stage, final VaeModel parent, final int threads) {
		return ModelFacts.of(stage, parent, plan(stage, parent, threads));
	}

	/**
	 * Trains.
	 *
	 * @param parent model that it starts from, or null for random weights
	 * @param begun the same stage as it was left, with its checkpoint, to go on from bit for bit; or null
	 * @param listener hears what happens, and writes the checkpoints
	 * @param progress of the training; once cancelled, the best model so far is returned with a checkpoint
	 * @return the model that judged best, in units in which a picture's median is 0 and its standard deviation 1
	 * @throws org.vaerestore.job.InputException if the memory isn't enough
	 * @throws org.vaerestore.job.CancelledException if it was cancelled before there was a model
	 */
	static VaeModel train(final RecipeStage stage, final VaeModel parent, final VaeModel begun,
		final int threads, final TrainingListener listener, final Progress progress)
	{
		final TrainingSettings settings = Recipe.settings(stage, threads);
		MemoryBudget.require(TrainingCost.memory(settings).and(pools(stage)), "training a model of " + settings
			.architecture().channels() + " channels with " + settings.batch() + " patches per step",
			"use a smaller batch, patch or number of channels");
		try (LadderVae vae = new LadderVae(settings.architecture(), Seeds.of(settings.seed(), Seeds.WEIGHTS, 0), settings
			.threads());
				LadderVae judged = new LadderVae(settings.architecture(), 0, settings.threads());
				ProceduralData data = new ProceduralData(settings, stage, facts(stage, parent, threads), progress.part(0,
					0)))
		{
			if (parent != null) vae.setWeights(start(parent, stage, vae.weights()));
			final TrainingRun run = new TrainingRun(settings, plan(stage, parent, threads), data, vae, judged, listener,
				progress);
			if (begun != null) run.resume(begun, null);
			return run.run();
		}
	}

	/** Returns the memory of what pictures are cut from, and of what is beside them. */
	private static MemoryNeed pools(final RecipeStage stage) {
		if (!(stage.lesson() instanceof PretrainingLesson.Beside)) return ScenePool.memory().times(MOST_POOLS);
		final Architecture network = stage.architecture();
		return ScenePool.memory().times(1 + Series.MOST).and(LadderVae.memory(new Architecture(network.shuffle(), network.levels(), network
			.companionChannels(), network.latentChannels(), 1), SeriesBatches.companions(stage.batch()), stage.patch(), stage.patch(), true));
	}

	/** Returns the weights of a parent, with fresh ones for what it lacks. */
	private static List<Tensor> start(final VaeModel parent, final RecipeStage stage, final List<Tensor> fresh) {
		if (parent.architecture().prior() != stage.architecture().prior()) return SampledStart.of(parent.weights(), fresh);
		final Map<String, Tensor> known = parent.weights().stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
		return fresh.stream().map(tensor -> known.getOrDefault(tensor.name(), tensor)).toList();
	}

	private static Plan plan(final RecipeStage stage, final VaeModel parent, final int threads) {
		return new Plan(Recipe.settings(stage, threads), parent == null ? Plan.Kind.SCRATCH : stage.lesson() instanceof PretrainingLesson.Beside
			? Plan.Kind.BESIDE : Plan.Kind.CONTINUING, stage
			.steps() / (double) stage.rateSteps());
	}
}
