package org.vaerestore.imagej.action;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.imagej.window.TrainingWindow;
import org.vaerestore.job.CancelledException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Preview;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;

/** A training within a command; its model becomes the current one. */
final class Training {

	private final ImagePlus watched;
	private final Host host;

	/**
	 * Prepares a training.
	 *
	 * @param watched the image whose closing cancels it; null for none
	 */
	Training(final ImagePlus watched, final Host host) {
		this.watched = watched;
		this.host = host;
	}

	/**
	 * Learns an image for what is to be done with it next.
	 *
	 * @param name what to call the model
	 * @throws CancelledException if it was cancelled: nobody wants results of half a model, nor it instead of the current one
	 */
	VaeModel learn(final TrainingImage image, final String name, final TrainingSettings settings) {
		return train(List.of(image), settings, null, name, null, false);
	}

	/**
	 * Trains a model for its own sake: Escape ends that early and keeps the best model so far, and a user who hasn't said
	 * where to save it is offered to save it.
	 *
	 * @param resume the model to go on from, or null
	 * @param name what to call the new one
	 * @param saved where to save it, or null
	 * @throws CancelledException if the window's Cancel was pressed, or there was no model yet
	 */
	VaeModel train(final List<TrainingImage> images, final TrainingSettings settings, final VaeModel resume,
		final String name, final Path saved)
	{
		return train(images, settings, resume, name, saved, true);
	}

	private VaeModel train(final List<TrainingImage> images, final TrainingSettings wanted, final VaeModel resume,
		final String name, final Path saved, final boolean forItsOwnSake)
	{
		final TrainingSettings settings = PatchSide.fit(wanted, images);
		try (Host.JobProgress progress = host.progress(watched)) {
			if (!host.hasWindows()) return keep(Trainer.train(images, settings, resume, new Saving(saved, new TrainingListener() {}),
				progress), name, saved, !forItsOwnSake && progress.mustEnd());
			try (TrainingWindow window = TrainingWindow.open(name, progress)) {
				final VaeModel model = Trainer.train(images, settings, resume, new Saving(saved, window), window);
				keep(model, name, saved, window.ending() == TrainingWindow.Ending.CANCEL || !forItsOwnSake && progress
					.mustEnd());
				if (forItsOwnSake && saved == null && host.isInteractive()) window.offer(model, name);
				return model;
			}
		}
	}

	private VaeModel keep(final VaeModel model, final String name, final Path saved, final boolean cancelled) {
		if (cancelled) throw new CancelledException();
		if (saved != null) ModelFile.write(model, saved);
		host.session().setModel(model, name);
		return model;
	}

	/** Tells another listener, and writes the checkpoints. */
	private record Saving(Path file, TrainingListener other) implements TrainingListener {

		@Override
		public void trained(final TrainingPoint point) {
			other.trained(point);
		}

		@Override
		public void previewed(final Preview preview) {
			other.previewed(preview);
		}

		@Override
		public boolean wantsCheckpoint(final double seconds) {
			return file != null && other.wantsCheckpoint(seconds);
		}

		@Override
		public void checkpoint(final VaeModel model) {
			ModelFile.write(model, file);
		}
	}
}
