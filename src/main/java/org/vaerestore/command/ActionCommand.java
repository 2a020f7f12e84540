package org.vaerestore.command;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.command.Previewable;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;
import org.scijava.util.ClassUtils;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Option;
import org.vaerestore.imagej.action.Outcome;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.action.Values;
import org.vaerestore.imagej.window.Manual;
import org.vaerestore.imagej.window.RegionPreview;
import org.vaerestore.job.InputException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.HTMLDialog;
import ij.measure.ResultsTable;

/**
 * A command of the suite as SciJava knows it; a subclass has a field for each option, of the option's name.
 * <p>
 * A run that fails or is cancelled leaves the command cancelled, with the message for the user as the reason.
 * </p>
 */
abstract class ActionCommand extends ContextCommand implements Previewable {

	/** The input that is the image to work on. */
	static final String IMAGE = "imp";
	/** The style of numbers with fractions; by itself, a field whose limits are whole takes none. */
	static final String FRACTIONS = "format:0.####";

	@Parameter
	private StatusService status;

	@Parameter
	private LogService logs;

	// Not visible, so that it isn't recorded: in macros, a command works on the active image.
	@Parameter(description = "The image to work on.", visibility = ItemVisibility.INVISIBLE, persist = false,
		required = false)
	private ImagePlus imp;

	@Parameter(type = ItemIO.OUTPUT, description = "The last image that was made; none if it was done in place.")
	private ImagePlus resultImage;

	@Parameter(type = ItemIO.OUTPUT, description = "All images that were made.")
	private List<ImagePlus> resultImages;

	@Parameter(type = ItemIO.OUTPUT, description = "The table that was made.")
	private ResultsTable resultTable;

	private final Action action;
	/**
	 * SciJava makes a command on the thread that asks for it, and runs it on another one, whereas {@code IJ.run(image, ...)} and
	 * macros in batch mode tell ImageJ the image of their own thread alone.
	 */
	private final ImagePlus imageOfCaller = WindowManager.getTempCurrentImage();
	private RegionPreview regionPreview;
	private Advice advice;

	/**
	 * Creates a command.
	 *
	 * @param name short name of what it does, as in {@link Actions}
	 */
	ActionCommand(final String name) {
		action = Actions.named(name);
	}

	Action action() {
		return action;
	}

	/** Returns the active image, or null. */
	final ImagePlus activeImage() {
		return imageOfCaller == null ? WindowManager.getCurrentImage() : imageOfCaller;
	}

	@Override
	public final void run() {
		closePreview();
		final ScijavaHost host = new ScijavaHost(action.label(), getContext(), this::isCanceled);
		final Outcome outcome = Outcome.of(() -> run(host));
		resultImages = host.images();
		resultImage = resultImages.isEmpty() ? null : resultImages.get(resultImages.size() - 1);
		resultTable = host.table();
		if (outcome instanceof Outcome.Failed failed) fail(failed.message());
		if (outcome instanceof Outcome.Cancelled) {
			// Whoever cancelled it may have said why.
			if (!isCanceled()) cancel(null);
			abortMacro();
		}
	}

	/** Ends the command with a message, and a macro that runs it. */
	final void fail(final String message) {
		cancel(message);
		// Without dialogs, SciJava keeps it to itself.
		if (!ScijavaHost.hasDialogs(getContext())) logs.error(action.label().replace("...", "") + ": " + message);
		abortMacro();
	}

	/** Called by SciJava when a dialog opens, and after each change in it. */
	@Override
	public final void preview() {
		if (advice == null) advice = new Advice(status);
		try {
			final Values values = values();
			advice.request(() -> action.advice(imp, values, Session.ofImageJ()));
		}
		catch (final InputException e) {
			advice.show(e.getMessage());
		}
	}

	/** Called by SciJava when the dialog is left without OK. */
	@Override
	public final void cancel() {
		closePreview();
	}

	/**
	 * Returns the values of the fields.
	 *
	 * @throws InputException if one isn't valid
	 */
	final Values values() {
		final Map<String, String> given = new LinkedHashMap<>();
		for (final Option option : action.options()) {
			final Object value = ClassUtils.getValue(ClassUtils.getField(getClass(), option.key()), this);
			if (value != null) given.put(option.key(), value instanceof Double number ? Option.Number.text(number) : value
				.toString());
		}
		return Values.of(action.options(), given);
	}

	private void run(final ScijavaHost host) {
		action.requireImage(imp);
		final Values values = values();
		try (Session.Job job = host.session().begin(action.label())) {
			action.run(imp, values, host);
		}
	}

	/** Shows what the present values make of the visible region; called by the button of a subclass. */
	final void previewRegion() {
		try {
			final Values values = values();
			if (imp == null) throw new InputException("A preview shows the active image, and there is none; open one.");
			if (regionPreview == null) regionPreview = new RegionPreview(imp);
			regionPreview.show((region, progress) -> action.preview(imp, region, values, Session.ofImageJ(), progress),
				status::showStatus);
		}
		catch (final InputException e) {
			status.showStatus(e.getMessage());
		}
	}

	/** Shows the manual's section; called by the button of a subclass. */
	final void help() {
		getContext().service(ThreadService.class).run(() -> {
			final String section = Manual.section(action.section());
			EventQueue.invokeLater(() -> new HTMLDialog(action.label().replace("...", ""), section, false));
		});
	}

	private void closePreview() {
		if (regionPreview != null) regionPreview.close();
		if (advice != null) advice.close();
		regionPreview = null;
		advice = null;
	}

	private static void abortMacro() {
		if (IJ.isMacro()) Macro.abort();
	}
}
