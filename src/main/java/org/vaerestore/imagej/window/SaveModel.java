package org.vaerestore.imagej.window;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

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
	 * Asks where to save a model, on the event thread.
	 *
	 * @param name to propose, without an extension
	 * @return nothing if the dialog was cancelled
	 */
	static Optional<Path> ask(final String name) {
		// The training is recorded already; this would be taken for an option of the next command.
		Recorder.suspendRecording();
		try {
			final SaveDialog dialog = new SaveDialog("Save Model", name, ".vae.zip");
			return dialog.getFileName() == null ? Optional.empty() : Optional.of(Path.of(dialog.getDirectory(), dialog
				.getFileName()));
		}
		finally {
			Recorder.resumeRecording();
		}
	}

	/**
	 * Saves a model without keeping the event thread waiting for the disk; what goes wrong is shown.
	 *
	 * @param end is told, on the event thread, whether it was saved
	 */
	static void write(final VaeModel model, final Path path, final Consumer<Boolean> end) {
		new Thread(() -> {
			final boolean saved = write(model, path);
			EventQueue.invokeLater(() -> end.accept(saved));
		}, "VAE Restore save").start();
	}

	private static boolean write(final VaeModel model, final Path path) {
		try {
			ModelFile.write(model, path);
			return true;
		}
		catch (final InputException e) {
			IJ.error("Save Model", e.getMessage());
			return false;
		}
		// On this thread nobody else would tell, and the window would wait for ever.
		catch (final RuntimeException | Error e) {
			IJ.error("Save Model", "The model could not be saved (" + e + ").");
			return false;
		}
	}
}
