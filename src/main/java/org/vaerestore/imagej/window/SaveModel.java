package org.vaerestore.imagej.window;

import java.nio.file.Path;

import org.vaerestore.job.InputException;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;

import ij.IJ;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;

/** Asks where to save a model, and saves it there. */
final class SaveModel {

	private SaveModel() {}

	/**
	 * Asks, on the event thread.
	 *
	 * @param name to propose, without an extension
	 * @return whether it was saved; what kept it from that has been shown
	 */
	static boolean ask(final VaeModel model, final String name) {
		// The training is recorded already; this would be taken for an option of the next command.
		Recorder.suspendRecording();
		try {
			final SaveDialog dialog = new SaveDialog("Save Model", name, ".vae.zip");
			if (dialog.getFileName() == null) return false;
			ModelFile.write(model, Path.of(dialog.getDirectory(), dialog.getFileName()));
			return true;
		}
		catch (final InputException e) {
			IJ.error("Save Model", e.getMessage());
			return false;
		}
		finally {
			Recorder.resumeRecording();
		}
	}
}
