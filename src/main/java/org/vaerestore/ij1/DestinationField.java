package org.vaerestore.ij1;

import java.awt.Choice;
import java.awt.event.ItemEvent;
import java.util.stream.Stream;

import org.vaerestore.imagej.action.Option;

import ij.gui.GenericDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;

/**
 * A choice in a dialog whose last item asks where to write an OME-Zarr, and puts the path among the items: ImageJ's recorder takes that as
 * it takes a word.
 */
final class DestinationField {

	private static final String ASK = "OME-Zarr...", SUGGESTED = "result", EXTENSION = ".ome" + Option.Destination.EXTENSION;

	private final GenericDialog dialog;
	private final Choice choice;
	private String chosen;

	private DestinationField(final GenericDialog dialog, final Choice choice) {
		this.dialog = dialog;
		this.choice = choice;
		chosen = choice.getSelectedItem();
	}

	/** Adds one to a dialog, which reads it as any other choice. */
	static void add(final GenericDialog dialog, final Option.Destination option, final String value) {
		final String[] items = Stream.concat(option.values().stream(), Stream.of(ASK)).toArray(String[]::new);
		dialog.addChoice(option.label(), items, value);
		final Choice choice = (Choice) dialog.getChoices().lastElement();
		final DestinationField field = new DestinationField(dialog, choice);
		// Before the dialog hears of it: it would read that item as a value.
		choice.removeItemListener(dialog);
		choice.addItemListener(field::choose);
	}

	private void choose(final ItemEvent event) {
		if (choice.getSelectedItem().equals(ASK)) {
			final String path = ask();
			if (!path.isEmpty() && !hasItem(path)) choice.insert(path, choice.getItemCount() - 1);
			choice.select(path.isEmpty() ? chosen : path);
			// So wide that the path can be read.
			choice.invalidate();
			dialog.pack();
		}
		chosen = choice.getSelectedItem();
		dialog.itemStateChanged(event);
	}

	/** Returns the path that the user chose, or nothing. */
	private static String ask() {
		final boolean recording = Recorder.record;
		// The recorder takes it from the field.
		Recorder.record = false;
		try {
			final SaveDialog save = new SaveDialog("Write the result as OME-Zarr", SUGGESTED, EXTENSION);
			final String name = save.getFileName();
			if (name == null) return "";
			return save.getDirectory() + name + (name.endsWith(Option.Destination.EXTENSION) ? "" : EXTENSION);
		}
		finally {
			Recorder.record = recording;
		}
	}

	private boolean hasItem(final String path) {
		for (int i = 0; i < choice.getItemCount(); i++)
			if (choice.getItem(i).equals(path)) return true;
		return false;
	}
}
