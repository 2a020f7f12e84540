package org.vaerestore.imagej.action;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.vaerestore.job.InputException;

/** The value of each of a command's options, checked. */
public final class Values {

	private final Map<String, String> values;

	private Values(final Map<String, String> values) {
		this.values = values;
	}

	/** Returns the default of each option. */
	public static Values defaults(final List<Option> options) {
		return of(options, Map.of());
	}

	/**
	 * Takes given values, and the default of each option that has none.
	 *
	 * @param given values by key
	 * @throws InputException if a key is unknown or a value isn't valid
	 */
	public static Values of(final List<Option> options, final Map<String, String> given) {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final Option option : options) {
			final String value = given.getOrDefault(option.key(), option.defaultValue());
			option.check(value);
			values.put(option.key(), value);
		}
		for (final String key : given.keySet())
			if (!values.containsKey(key)) throw new InputException("There is no key '" + key + "'; " + (options.isEmpty()
				? "this command has none." : "the keys are " + Option.keys(options) + "."));
		return new Values(values);
	}

	/**
	 * Reads the options of a macro's {@code run(command, options)}.
	 *
	 * @param macro such as {@code output=new file=[/my models/em.vae.zip]}; null for none
	 * @throws InputException if a key is unknown, a value isn't valid, or a bracket is left open
	 */
	public static Values parse(final List<Option> options, final String macro) {
		return of(options, MacroText.parse(macro == null ? "" : macro));
	}

	/** Returns these values with another one for an option. */
	public Values with(final Option option, final String value) {
		option.check(value);
		final Map<String, String> changed = new LinkedHashMap<>(values);
		changed.put(option.key(), value);
		return new Values(changed);
	}

	/** Returns the value of an option, as macros have it. */
	public String text(final Option option) {
		final String value = values.get(option.key());
		if (value == null) throw new IllegalArgumentException("Not an option of this command: " + option.key());
		return value;
	}

	/** Returns whether a choice is a word. */
	boolean is(final Option.Choice option, final String word) {
		if (!option.values().contains(word)) throw new IllegalArgumentException(option.key() + "=" + word);
		return text(option).equals(word);
	}

	<E extends Enum<E>> E constant(final Option.Choice option, final Class<E> type) {
		return Enum.valueOf(type, text(option).toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	double number(final Option.Number option) {
		return option.parse(text(option));
	}

	int whole(final Option.Number option) {
		return (int) number(option);
	}

	long seed(final Option.Number option) {
		return (long) number(option);
	}

	/** Returns a path, or nothing if there is none. */
	Optional<Path> path(final Option.PathName option) {
		return path(option, text(option).strip());
	}

	/** Returns the path of an OME-Zarr to write, or nothing if it is a word. */
	Optional<Path> path(final Option.Destination option) {
		return path(option, Option.Destination.isPath(text(option)) ? text(option).strip() : "");
	}

	private static Optional<Path> path(final Option option, final String value) {
		try {
			return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
		}
		catch (final InvalidPathException e) {
			throw new InputException("The value " + option.key() + "=" + value + " is not a path (" + e.getReason() +
				"); give " + option.valid() + ".", e);
		}
	}

	/**
	 * Returns the values that differ from the defaults, as a macro would give them: {@link #parse} makes these values of it.
	 *
	 * @throws InputException if ImageJ's macros have no way to hold a value
	 */
	public String toMacro(final List<Option> options) {
		return MacroText.write(options, values);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Values that && values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	@Override
	public String toString() {
		return values.toString();
	}
}
