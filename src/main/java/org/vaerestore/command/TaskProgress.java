package org.vaerestore.command;

import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.vaerestore.imagej.action.Host;
import org.vaerestore.imagej.window.ImageJProgress;

import ij.IJ;
import ij.ImagePlus;

/** Shows progress as a SciJava task, which can be cancelled where tasks are listed, and in ImageJ's main window. */
final class TaskProgress implements Host.JobProgress {

	private static final int STEPS = 1000;
	private static final long INTERVAL = 100_000_000L;

	private final ImageJProgress imageJ;
	private final ScijavaHost host;
	private final StatusService status;
	private final Task task;
	private long shown = System.nanoTime() - INTERVAL;

	/**
	 * Begins a job.
	 *
	 * @param job what to call it
	 * @param watched the image whose closing cancels it; null for none
	 */
	TaskProgress(final String job, final ImagePlus watched, final ScijavaHost host) {
		imageJ = new ImageJProgress(job, watched);
		this.host = host;
		status = host.service(StatusService.class);
		task = host.service(TaskService.class).createTask(job);
		task.setProgressMaximum(STEPS);
		task.start();
	}

	@Override
	public void update(final double fraction, final String message) {
		imageJ.update(fraction, message);
		final long now = System.nanoTime();
		if (now - shown < INTERVAL) return;
		shown = now;
		final int step = (int) (STEPS * Math.max(0, Math.min(1, fraction)));
		task.setProgressValue(step);
		task.setStatusMessage(message);
		// Where ImageJ is, it has told already.
		if (IJ.getInstance() == null) status.showStatus(step, STEPS, message);
	}

	@Override
	public void log(final String line) {
		host.log(line);
	}

	@Override
	public boolean isCancelled() {
		return task.isCanceled() || host.isCancelled() || imageJ.isCancelled();
	}

	@Override
	public void close() {
		imageJ.close();
		task.finish();
		if (IJ.getInstance() == null) status.clearStatus();
	}
}
