package org.vaerestore.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.Tensor;

/**
 * Makes weights by a {@link Recipe}, stage after stage, each with a model file of its own; what is there already is not
 * made again, and what was begun goes on.
 */
public final class RecipeRun {

	private RecipeRun() {}

	/**
	 * Runs a recipe to its end, or until it is cancelled; with the same threads, and however often it was interrupted, the
	 * weights are the same, bit for bit.
	 *
	 * @param folder where there are, or will be, the models of the stages, each by its stage's name
	 * @param threads compute threads, at least 1
	 * @param listener hears what happens; what it says of checkpoints counts
	 * @param progress of the whole
	 * @return whether it came to the end
	 * @throws InputException if there is a model of one of these names that was made otherwise, or memory isn't enough
	 */
	public static boolean run(final Recipe recipe, final Path folder, final int threads, final TrainingListener listener,
		final Progress progress)
	{
		final long steps = recipe.stages().stream().mapToLong(RecipeStage::steps).sum();
		final Map<String, VaeModel> made = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		long done = 0;
		for (final RecipeStage stage : recipe.stages()) {
			final Progress part = progress.part((double) done / steps, (double) (done + stage.steps()) / steps);
			final Path path = folder.resolve(stage.name() + ".vae.zip");
			final VaeModel parent = parent(stage, made);
			VaeModel model = present(stage, parent, threads, path);
			if (model == null || model.checkpoint() != null) {
				try {
					model = Pretrainer.train(stage, parent, model, threads, new Writing(listener, path), part);
				}
				catch (final CancelledException e) {
					return false;
				}
				if (model.checkpoint() == null && stage.meanWith() != null) model = mean(model, made.get(stage.meanWith()));
				ModelFile.write(model, path);
				if (model.checkpoint() != null) return false;
			}
			progress.log("stage " + stage.name() + ": model " + model.id());
			made.put(stage.name(), model);
			done += stage.steps();
		}
		return true;
	}

	/** Returns a model with the mean of its weights and another's, and all else as it is. */
	static VaeModel mean(final VaeModel model, final VaeModel other) {
		final List<Tensor> weights = StartGate.between(other.weights(), model.weights(), 0.5);
		return model.withWeights(ModelId.of(weights), weights);
	}

	private static VaeModel parent(final RecipeStage stage, final Map<String, VaeModel> made) {
		if (stage.startsFromBuiltIn()) return BuiltIn.model(stage.builtInStart()).orElseThrow();
		return stage.from() == null ? null : made.get(stage.from());
	}

	private static VaeModel present(final RecipeStage stage, final VaeModel parent,
		final int threads, final Path path)
	{
		if (!Files.exists(path)) return null;
		final VaeModel model = ModelFile.read(path);
		if (!model.architecture().equals(stage.architecture()) || !Pretrainer.facts(stage, parent, threads)
			.areThoseOf(model)) throw new InputException("The model " + path + " was not made by the stage " + stage.name() +
				" of this recipe. Choose another folder, or move it away.");
		return model;
	}

	/** Writes the checkpoints of a stage. */
	private record Writing(TrainingListener listener, Path path) implements TrainingListener {

		@Override
		public void trained(final TrainingPoint point) {
			listener.trained(point);
		}

		@Override
		public void previewed(final Preview preview) {
			listener.previewed(preview);
		}

		@Override
		public boolean wantsCheckpoint(final double seconds) {
			return listener.wantsCheckpoint(seconds);
		}

		@Override
		public void checkpoint(final VaeModel model) {
			ModelFile.write(model, path);
			listener.checkpoint(model);
		}
	}
}
