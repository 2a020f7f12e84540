package org.vaerestore.imagej.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.vaerestore.job.InputException;

import ij.Macro;

/**
 * One thing that a command asks for: a field of its dialog, a key of its macros.
 * <p>
 * A label starts with its key, as ImageJ's dialogs record it; values are text, as macros have them.
 * </p>
 */
public sealed interface Option {

	/** Returns the key in macros: one lower-case word. */
	String key();

	/** Returns what a dialog shows beside the field; its first word is the key. */
	String label();

	/** Returns what the value means, in one sentence, for manuals and tool tips. */
	String description();

	/** Returns the value of a macro that doesn't name the key. */
	String defaultValue();

	/**
	 * Checks a value.
	 *
	 * @throws InputException that names key, value and what is valid
	 */
	void check(String value);

	/** Returns what is valid, in a few words, such as "0 to 100 %". */
	String valid();

	/**
	 * One of several words.
	 *
	 * @param values all words, in the order of the dialog
	 */
	record Choice(String key, String label, String description, List<String> values, String defaultValue) implements
		Option
	{

		/** Checks label and default. */
		public Choice {
			requireLabel(key, label);
			values = List.copyOf(values);
			if (!values.contains(defaultValue)) throw new IllegalArgumentException(key + "=" + defaultValue);
		}

		/** Makes a choice among the constants of an enum, written as in {@code poisson-gaussian}. */
		static <E extends Enum<E>> Choice of(final String key, final String label, final String description,
			final E defaultValue)
		{
			return new Choice(key, label, description, Arrays.stream(defaultValue.getDeclaringClass().getEnumConstants()).map(
				Choice::word).toList(), word(defaultValue));
		}

		@Override
		public void check(final String value) {
			if (!values.contains(value)) throw invalid(this, value);
		}

		@Override
		public String valid() {
			return String.join(", ", values);
		}

		static String word(final Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	/**
	 * A number.
	 *
	 * @param unit of the number, empty if it has none
	 * @param least smallest valid one
	 * @param most largest valid one
	 * @param whole whether it has no fraction
	 */
	record Number(String key, String label, String description, String unit, double least, double most, boolean whole,
		double number) implements Option
	{

		/** Checks label and default. */
		public Number {
			requireLabel(key, label);
			if (!(number >= least && number <= most)) throw new IllegalArgumentException(key + "=" + number);
		}

		@Override
		public String defaultValue() {
			return text(number);
		}

		@Override
		public void check(final String value) {
			final double parsed = parse(value);
			if (!(parsed >= least && parsed <= most) || whole && parsed != Math.rint(parsed)) throw invalid(this, value);
		}

		@Override
		public String valid() {
			return (whole ? "a whole number from " : "") + text(least) + " to " + text(most) + (unit.isEmpty() ? "" : " " +
				unit);
		}

		double parse(final String value) {
			try {
				return Double.parseDouble(value.strip());
			}
			catch (final NumberFormatException e) {
				throw invalid(this, value);
			}
		}

		/** Returns a number without a fraction if it has none. */
		public static String text(final double number) {
			return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(
				number);
		}
	}

	/**
	 * Free text, such as a range of slices or the title of an image.
	 *
	 * @param valid what to write, in a few words
	 */
	record Text(String key, String label, String description, String valid, String defaultValue) implements Option {

		/** Checks the label. */
		public Text {
			requireLabel(key, label);
		}

		@Override
		public void check(final String value) {}
	}

	/**
	 * The title of an open image, or the path of one; {@link #NONE} if there is none.
	 *
	 * @param optional whether a dialog offers none, and begins with it
	 */
	record ImageName(String key, String label, String description, boolean optional) implements Option {

		/** Stands for no image. */
		public static final String NONE = "none";

		/** Checks the label. */
		public ImageName {
			requireLabel(key, label);
		}

		@Override
		public String defaultValue() {
			return NONE;
		}

		@Override
		public String valid() {
			return "the title of an open image, or a path";
		}

		@Override
		public void check(final String value) {}
	}

	/**
	 * One of several words, or the path of an OME-Zarr to write.
	 *
	 * @param values all words, in the order of the dialog
	 */
	record Destination(String key, String label, String description, List<String> values, String defaultValue) implements Option {

		/** What paths end in. */
		public static final String EXTENSION = ".zarr";

		/** Checks label and default. */
		public Destination {
			requireLabel(key, label);
			values = List.copyOf(values);
			if (!values.contains(defaultValue)) throw new IllegalArgumentException(key + "=" + defaultValue);
		}

		@Override
		public void check(final String value) {
			if (!values.contains(value) && !isPath(value)) throw invalid(this, value);
		}

		@Override
		public String valid() {
			return String.join(", ", values) + ", or a path that ends in .ome" + EXTENSION;
		}

		static boolean isPath(final String value) {
			return value.strip().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
		}
	}

	/**
	 * A file or folder; empty if there is none.
	 *
	 * @param folder whether a dialog offers folders to choose from
	 * @param valid what to give, in a few words
	 */
	record PathName(String key, String label, String description, boolean folder, String valid) implements Option {

		/** Checks the label. */
		public PathName {
			requireLabel(key, label);
		}

		/** Makes one that is nothing but a file, or nothing but a folder. */
		PathName(final String key, final String label, final String description, final boolean folder) {
			this(key, label, description, folder, folder ? "the path of a folder" : "the path of a file");
		}

		@Override
		public String defaultValue() {
			return "";
		}

		@Override
		public void check(final String value) {}
	}

	private static void requireLabel(final String key, final String label) {
		if (!Macro.trimKey(label).equals(key) || !key.matches("[a-z]+")) throw new IllegalArgumentException(
			"A label starts with its key: " + key + ", " + label);
	}

	private static InputException invalid(final Option option, final String value) {
		return new InputException("The value " + option.key() + "=" + value + " is not valid; use " + option.valid() + ".");
	}

	/** Returns the keys of options, for people. */
	static String keys(final List<Option> options) {
		return options.stream().map(Option::key).collect(Collectors.joining(", "));
	}
}
