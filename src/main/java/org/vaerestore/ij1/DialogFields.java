package org.vaerestore.ij1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vaerestore.imagej.action.Option;
import org.vaerestore.imagej.action.Values;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

/** The fields of a dialog, one for each option; ImageJ's recorder takes their values by the first words of their labels. */
final class DialogFields {

	private static final int NUMBER_COLUMNS = 6, TEXT_COLUMNS = 12, PATH_COLUMNS = 22;

	private final GenericDialog dialog;
	private final List<Option> options;

	DialogFields(final GenericDialog dialog, final List<Option> options) {
		this.dialog = dialog;
		this.options = options;
	}

	/** Adds the fields with the values to begin with. */
	void add(final Values values, final ImagePlus active) {
		for (final Option option : options)
			add(option, values.text(option), active);
	}

	/**
	 * Reads all fields.
	 *
	 * @throws org.vaerestore.job.InputException if a value isn't valid
	 */
	Values read() {
		final Map<String, String> given = new LinkedHashMap<>();
		for (final Option option : options)
			given.put(option.key(), read(option));
		return Values.of(options, given);
	}

	private void add(final Option option, final String value, final ImagePlus active) {
		if (option instanceof Option.Choice choice) dialog.addChoice(choice.label(), choice.values().toArray(String[]::new),
			value);
		else if (option instanceof Option.Destination destination) DestinationField.add(dialog, destination, value);
		else if (option instanceof Option.Number number) dialog.addNumericField(number.label(), Double.parseDouble(value),
			digits(value), NUMBER_COLUMNS, number.unit());
		else if (option instanceof Option.PathName path) addPath(path, value);
		else if (option instanceof Option.ImageName name) {
			final String[] titles = images(name, active);
			dialog.addChoice(option.label(), titles, titles[0]);
		}
		else dialog.addStringField(option.label(), value, TEXT_COLUMNS);
	}

	private void addPath(final Option.PathName path, final String value) {
		if (path.folder()) dialog.addDirectoryField(path.label(), value, PATH_COLUMNS);
		else dialog.addFileField(path.label(), value, PATH_COLUMNS);
	}

	private String read(final Option option) {
		if (option instanceof Option.Choice || option instanceof Option.Destination || option instanceof Option.ImageName) return dialog.getNextChoice();
		if (option instanceof Option.Number) {
			final double number = dialog.getNextNumber();
			return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
		}
		return dialog.getNextString();
	}

	private static int digits(final String value) {
		final int point = value.indexOf('.');
		return point < 0 ? 0 : value.length() - point - 1;
	}

	private static String[] images(final Option.ImageName option, final ImagePlus active) {
		final List<String> titles = new ArrayList<>(Arrays.asList(WindowManager.getImageTitles()));
		if (active != null) titles.remove(active.getTitle());
		if (option.optional() || titles.isEmpty()) titles.add(0, Option.ImageName.NONE);
		return titles.toArray(String[]::new);
	}
}
