package org.vaerestore.train;

import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.SampledStart;

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
		MemoryBudget.require(TrainingCost.memory(settings).and(ScenePool.memory().times(MOST_POOLS)), "training a model of " + settings
			.architecture().channels() + " channels with " + settings.batch() + " patches per step",
			"use a smaller batch, patch or number of channels");
		try (LadderVae vae = new LadderVae(settings.architecture(), Seeds.of(settings.seed(), Seeds.WEIGHTS, 0), settings
			.threads());
				LadderVae judged = new LadderVae(settings.architecture(), 0, settings.threads());
				ProceduralData data = new ProceduralData(settings, stage, facts(stage, parent, threads), progress.part(0,
					0)))
		{
			if (parent != null) vae.setWeights(parent.architecture().equals(stage.architecture()) ? parent.weights() : SampledStart.of(
				parent.weights(), vae.weights()));
			final TrainingRun run = new TrainingRun(settings, plan(stage, parent, threads), data, vae, judged, listener,
				progress);
			if (begun != null) run.resume(begun, null);
			return run.run();
		}
	}

	private static Plan plan(final RecipeStage stage, final VaeModel parent, final int threads) {
		return new Plan(Recipe.settings(stage, threads), parent == null ? Plan.Kind.SCRATCH : Plan.Kind.CONTINUING, stage
			.steps() / (double) stage.rateSteps());
	}
}
