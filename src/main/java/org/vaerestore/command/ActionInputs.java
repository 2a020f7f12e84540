package org.vaerestore.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Option;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.action.Values;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.Macro;

/**
 * Gives the suite's commands their inputs as plain ImageJ does, before anybody is asked: the active image, and in a macro
 * the values of its options, all of them, so that no dialog opens; a key or value that isn't valid ends the command.
 */
@Plugin(type = PreprocessorPlugin.class, priority = ActionInputs.PRIORITY)
public final class ActionInputs extends AbstractPreprocessorPlugin {

	// After Fiji's reading of macros, which leaves out what it doesn't understand, and before its choice of an image.
	static final double PRIORITY = 1.5 * Priority.VERY_HIGH;

	/** Creates the plugin, as SciJava does. */
	public ActionInputs() {}

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof ActionCommand command)) return;
		final Action action = command.action();
		try {
			final ImagePlus image = image(module, command);
			action.requireImage(image);
			final String macro = Macro.getOptions();
			if (macro != null && !macro.isBlank()) resolve(module, action, Values.parse(action.options(), macro));
			else if (!anyResolved(module, action)) propose(module, action, image);
			if (allResolved(module, action)) resolveButtons(module);
		}
		catch (final InputException e) {
			command.fail(e.getMessage());
			cancel(e.getMessage());
		}
	}

	private static ImagePlus image(final Module module, final ActionCommand command) {
		if (!module.isInputResolved(ActionCommand.IMAGE)) {
			module.setInput(ActionCommand.IMAGE, command.activeImage());
			module.resolveInput(ActionCommand.IMAGE);
		}
		return (ImagePlus) module.getInput(ActionCommand.IMAGE);
	}

	private static void resolve(final Module module, final Action action, final Values values) {
		assign(module, action, values);
		for (final Option option : action.options())
			module.resolveInput(option.key());
	}

	// What a dialog begins with; without one, nothing but defaults may count.
	private void propose(final Module module, final Action action, final ImagePlus image) {
		if (ScijavaHost.hasDialogs(getContext())) assign(module, action, action.proposal(image, Session.ofImageJ()));
	}

	private static void assign(final Module module, final Action action, final Values values) {
		for (final Option option : action.options())
			module.setInput(option.key(), value(module.getInfo().getInput(option.key()).getType(), values.text(option)));
	}

	private static Object value(final Class<?> type, final String text) {
		if (type == Long.class) return (long) Double.parseDouble(text);
		return type == Double.class ? (Object) Double.valueOf(text) : text;
	}

	private static boolean anyResolved(final Module module, final Action action) {
		return action.options().stream().anyMatch(option -> module.isInputResolved(option.key()));
	}

	private static boolean allResolved(final Module module, final Action action) {
		return action.options().stream().allMatch(option -> module.isInputResolved(option.key()));
	}

	// Else a dialog with nothing but buttons would open.
	private static void resolveButtons(final Module module) {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (input.getType() == Button.class) module.resolveInput(input.getName());
	}
}
