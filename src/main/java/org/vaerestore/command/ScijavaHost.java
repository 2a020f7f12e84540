package org.vaerestore.command;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.service.Service;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;
import org.vaerestore.imagej.action.Host;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.window.ResultWindow;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** A SciJava application, with ImageJ's windows or without; keeps the results for the caller of a command. */
final class ScijavaHost implements Host {

	private final String job;
	private final Context context;
	private final BooleanSupplier cancelled;
	private final List<ImagePlus> images = new ArrayList<>();
	private ResultsTable table;

	/**
	 * Creates the host of a run of a command.
	 *
	 * @param label of the command
	 * @param cancelled whether the command's caller wants it to end
	 */
	ScijavaHost(final String label, final Context context, final BooleanSupplier cancelled) {
		job = label.replace("...", "");
		this.context = context;
		this.cancelled = cancelled;
	}

	/** Returns what was made, in the order in which it was. */
	List<ImagePlus> images() {
		return List.copyOf(images);
	}

	/** Returns the table that was made last, or null. */
	ResultsTable table() {
		return table;
	}

	/** Returns whether a command that lacks values opens a dialog. */
	static boolean hasDialogs(final Context context) {
		final UIService ui = context.getService(UIService.class);
		return ui != null && !ui.isHeadless() && ui.isVisible();
	}

	/** Returns a service of the application. */
	<S extends Service> S service(final Class<S> type) {
		return context.service(type);
	}

	/** Returns whether the command's caller wants it to end. */
	boolean isCancelled() {
		return cancelled.getAsBoolean();
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
		return new TaskProgress(job, watched, this);
	}

	@Override
	public void show(final ImagePlus image) {
		images.add(image);
		if (!isShown()) return;
		ResultWindow.open(image);
		if (!hasWindows()) activate(image);
	}

	/** Makes an image that has no window the active one of the caller; threads of SciJava are used again, and must forget it. */
	private void activate(final ImagePlus image) {
		final Thread caller = service(ThreadService.class).getParent(Thread.currentThread());
		if (caller == null) return;
		WindowManager.setTempCurrentImage(caller, image);
		WindowManager.setTempCurrentImage(null);
	}

	@Override
	public void show(final ResultsTable made, final String title) {
		table = made;
		if (isShown()) made.show(title);
	}

	@Override
	public void log(final String line) {
		if (IJ.getInstance() != null) IJ.log(line);
		else service(LogService.class).info(line);
	}

	// Outside macros, ImageJ would open a window even where there is no screen.
	private boolean isShown() {
		return hasWindows() || IJ.isMacro() || Interpreter.isBatchMode();
	}
}
