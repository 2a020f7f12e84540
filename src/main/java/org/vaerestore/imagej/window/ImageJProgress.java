package org.vaerestore.imagej.window;

import java.util.function.BooleanSupplier;

import org.vaerestore.job.Progress;

import ij.IJ;
import ij.ImagePlus;

/** Shows progress in ImageJ's main window; Escape cancels, and so does closing the image that is worked on. */
public final class ImageJProgress implements Progress, AutoCloseable {

	private static final long INTERVAL = 100_000_000L;

	private final String job;
	private final BooleanSupplier closed;
	private final long started = System.nanoTime();
	private long shown;

	/**
	 * Begins a job.
	 *
	 * @param job what is being done, to show before every message
	 * @param watched the image whose closing cancels the job; null for none
	 */
	public ImageJProgress(final String job, final ImagePlus watched) {
		this.job = job;
		// An image that was never shown can't be closed by a user.
		closed = watched == null || !watched.isVisible() ? () -> false : () -> !watched.isVisible();
		IJ.resetEscape();
	}

	@Override
	public void update(final double fraction, final String message) {
		final long now = System.nanoTime();
		if (now - shown < INTERVAL) return;
		shown = now;
		// At 1 ImageJ takes the bar away, although other parts of the job may follow.
		IJ.showProgress(Math.max(0, Math.min(0.999, fraction)));
		final String left = TimeLeft.describe(fraction, (now - started) / 1e9);
		IJ.showStatus(job + ": " + message + (left.isEmpty() ? "" : ", " + left) + " (Esc to end)");
	}

	@Override
	public void log(final String line) {
		IJ.log(line);
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed() || closed.getAsBoolean();
	}

	@Override
	public void close() {
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}
}
