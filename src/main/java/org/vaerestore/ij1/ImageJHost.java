package org.vaerestore.ij1;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;

import org.vaerestore.imagej.action.Host;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.window.ImageJProgress;
import org.vaerestore.imagej.window.ResultWindow;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** ImageJ itself, with its windows or headless. */
final class ImageJHost implements Host {

	private static final Dimension TABLE = new Dimension(820, 560);

	private final String command;

	/**
	 * Creates the host of a run of a command.
	 *
	 * @param command its label
	 */
	ImageJHost(final String command) {
		this.command = command;
	}

	@Override
	public Session session() {
		return Session.ofImageJ();
	}

	@Override
	public boolean hasWindows() {
		return IJ.getInstance() != null && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	}

	@Override
	public JobProgress progress(final ImagePlus watched) {
		final ImageJProgress progress = new ImageJProgress(command.replace("...", ""), watched);
		return new JobProgress() {

			@Override
			public void update(final double fraction, final String message) {
				progress.update(fraction, message);
			}

			@Override
			public void log(final String line) {
				progress.log(line);
			}

			@Override
			public boolean isCancelled() {
				return progress.isCancelled();
			}

			@Override
			public void close() {
				progress.close();
			}
		};
	}

	@Override
	public void show(final ImagePlus result) {
		ResultWindow.open(result);
	}

	@Override
	public void show(final ResultsTable table, final String title) {
		table.show(title);
		widen(title);
	}

	@Override
	public void log(final String line) {
		IJ.log(line);
	}

	// A table of facts has a column of sentences; ImageJ opens its windows 400 pixels wide.
	private static void widen(final String title) {
		final Frame window = WindowManager.getFrame(title);
		if (window != null && window.getWidth() < TABLE.width) window.setSize(TABLE);
	}
}
