package org.vaerestore.train;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.MemoryBudget;

/**
 * Trains the weights that every other training starts from, on procedural pictures alone: no one's images are in them.
 *
 * <pre>
 * VaeModel start = Pretrainer.train(PretrainingLesson.ALL, TrainingSettings.defaults().withMinutes(60), null, listener,
 * 	Progress.silent());
 * </pre>
 */
public final class Pretrainer {

	private Pretrainer() {}

	/**
	 * Trains.
	 *
	 * @param lesson what to teach
	 * @param settings network, patch, batch, length, rate, seed and threads; what they say of signal and noise doesn't count
	 * @param resume a model of an earlier run to go on from, with its checkpoint bit for bit; or null
	 * @param listener hears what happens, and writes the checkpoints
	 * @param progress of the training; once cancelled, the best model so far is returned with a checkpoint
	 * @return the model that judged best, in units in which a picture's median is 0 and its standard deviation 1
	 * @throws InputException if the model to resume has another network
	 * @throws CancelledException if it was cancelled before there was a model
	 */
	public static VaeModel train(final PretrainingLesson lesson, final TrainingSettings settings, final VaeModel resume,
		final TrainingListener listener, final Progress progress)
	{
		Trainer.requireSameNetwork(resume, settings);
		MemoryBudget.require(TrainingCost.memory(settings), "training a model of " + settings.architecture().channels() +
			" channels with " + settings.batch() + " patches per step", "use a smaller batch, patch or number of channels");
		try (LadderVae vae = new LadderVae(settings.architecture(), Seeds.of(settings.seed(), Seeds.WEIGHTS, 0), settings
			.threads());
				LadderVae judged = new LadderVae(settings.architecture(), 0, settings.threads());
				ProceduralData data = new ProceduralData(settings, lesson))
		{
			if (resume != null) vae.setWeights(resume.weights());
			final TrainingRun run = new TrainingRun(settings, new Plan(settings, Plan.Kind.PRETRAINING), data, vae, judged, listener,
				progress);
			if (resume != null) run.resume(resume);
			return run.run();
		}
	}
}
