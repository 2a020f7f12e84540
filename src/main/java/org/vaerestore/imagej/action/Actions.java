package org.vaerestore.imagej.action;

import java.util.LinkedHashMap;
import java.util.Map;

/** All commands, in the order of the menu. */
public final class Actions {

	private Actions() {}

	/** Returns the commands by a short name each, in the order of the menu. */
	public static Map<String, Action> all() {
		final Map<String, Action> actions = new LinkedHashMap<>();
		actions.put("sample", new SampleAction());
		actions.put("open", new OpenZarrAction());
		actions.put("save", new SaveZarrAction());
		actions.put("mask", new MaskAction());
		actions.put("train", new TrainAction());
		actions.put("restore", new RestoreAction());
		actions.put("enhance", new EnhanceAction());
		actions.put("generate", new GenerateAction());
		actions.put("evaluate", new EvaluateAction());
		actions.put("info", new InfoAction());
		actions.put("export", new ExportAction());
		actions.put("batch", new BatchAction());
		return actions;
	}

	/**
	 * Returns a command.
	 *
	 * @param name its short name
	 */
	public static Action named(final String name) {
		final Action action = all().get(name);
		if (action == null) throw new IllegalArgumentException("No command " + name);
		return action;
	}
}
