package org.vaerestore.ij1;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Outcome;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.action.Values;
import org.vaerestore.job.CancelledException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;

/**
 * Any command of the suite, as an entry of {@code plugins.config}: {@code org.vaerestore.ij1.VaeCommand("restore")}.
 */
public final class VaeCommand implements PlugIn {

	/** Creates the plugin, as ImageJ does. */
	public VaeCommand() {}

	/**
	 * Runs a command: with the options of a macro, or after a dialog.
	 *
	 * @param name short name of the command, from plugins.config
	 */
	@Override
	public void run(final String name) {
		final Action action = Actions.named(name);
		final Outcome outcome = Outcome.of(() -> run(action));
		if (outcome instanceof Outcome.Failed failed) fail(action, failed.message());
		if (outcome instanceof Outcome.Cancelled) {
			IJ.showStatus(title(action) + " cancelled");
			abortMacro();
		}
	}

	private static void run(final Action action) {
		final ImagePlus image = WindowManager.getCurrentImage();
		action.requireImage(image);
		final Optional<Values> values = values(action, image);
		if (values.isEmpty()) throw new CancelledException();
		try (Session.Job job = Session.ofImageJ().begin(action.label())) {
			action.run(image, values.get(), new ImageJHost(action.label()));
		}
	}

	/** Returns nothing if the user cancelled the dialog. */
	private static Optional<Values> values(final Action action, final ImagePlus image) {
		final String macro = Macro.getOptions();
		if (macro != null && !macro.isBlank()) return Optional.of(Values.parse(action.options(), macro));
		if (action.options().isEmpty() || IJ.getInstance() == null || GraphicsEnvironment.isHeadless()) return Optional.of(
			Values.defaults(action.options()));
		return ActionDialog.ask(action, image, Session.ofImageJ());
	}

	/** Shows the message and ends a running macro; headless, ImageJ prints it. */
	private static void fail(final Action action, final String message) {
		IJ.error(title(action), message);
	}

	private static String title(final Action action) {
		return action.label().replace("...", "");
	}

	private static void abortMacro() {
		if (IJ.isMacro()) Macro.abort();
	}
}
