package org.vaerestore.imagej.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import org.vaerestore.job.InputException;

/**
 * The text of options as ImageJ's macros have it: {@code key=value} pairs, values with spaces in brackets, or, if they have
 * brackets that don't pair, between apostrophes. {@link ij.Macro#getValue} reads the same values.
 */
final class MacroText {

	private MacroText() {}

	static Map<String, String> parse(final String text) {
		final Map<String, String> values = new LinkedHashMap<>();
		int at = 0;
		while (at < text.length()) {
			if (Character.isWhitespace(text.charAt(at))) {
				at++;
				continue;
			}
			final int end = keyEnd(text, at);
			final String key = text.substring(at, end).toLowerCase(Locale.ROOT);
			if (end == text.length() || text.charAt(end) != '=') throw new InputException("The option '" + key +
				"' has no value; write " + key + "=value.");
			final int valueEnd = valueEnd(text, end + 1, key);
			final String raw = text.substring(end + 1, valueEnd);
			if (values.put(key, isQuoted(raw) ? raw.substring(1, raw.length() - 1) : raw) != null)
				throw new InputException("The key '" + key + "' is there twice; give each key once.");
			at = valueEnd;
		}
		return values;
	}

	/**
	 * Writes the values that differ from the defaults.
	 *
	 * @throws InputException if ImageJ's macros have no way to hold a value
	 */
	static String write(final List<Option> options, final Map<String, String> values) {
		final StringJoiner text = new StringJoiner(" ");
		for (final Option option : options) {
			final String value = values.get(option.key());
			if (!value.equals(option.defaultValue())) text.add(option.key() + "=" + written(value, option.key()));
		}
		return text.toString();
	}

	private static String written(final String value, final String key) {
		final boolean bare = !value.isEmpty() && "['".indexOf(value.charAt(0)) < 0 && value.chars().noneMatch(
			Character::isWhitespace);
		if (bare) return value;
		if (bracketsPair(value)) return "[" + value + "]";
		if (value.indexOf('\'') < 0) return "'" + value + "'";
		throw new InputException("ImageJ's macros can't hold the value " + key + "=" + value + ": it has brackets that don't pair, " +
			"and an apostrophe; rename what it names.");
	}

	private static boolean bracketsPair(final String value) {
		int depth = 0;
		for (int at = 0; at < value.length() && depth >= 0; at++)
			depth += value.charAt(at) == '[' ? 1 : value.charAt(at) == ']' ? -1 : 0;
		return depth == 0;
	}

	private static int keyEnd(final String text, final int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at)))
			at++;
		return at;
	}

	private static int valueEnd(final String text, final int from, final String key) {
		if (from < text.length() && text.charAt(from) == '[') {
			int depth = 0;
			for (int at = from; at < text.length(); at++) {
				if (text.charAt(at) == '[') depth++;
				else if (text.charAt(at) == ']' && --depth == 0) return at + 1;
			}
			throw new InputException("The value of '" + key + "' has no closing bracket; write " + key + "=[value].");
		}
		if (from < text.length() && text.charAt(from) == '\'') {
			final int close = text.indexOf('\'', from + 1);
			if (close > 0) return close + 1;
		}
		int at = from;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at)))
			at++;
		return at;
	}

	private static boolean isQuoted(final String raw) {
		return raw.length() >= 2 && (raw.startsWith("[") && raw.endsWith("]") || raw.startsWith("'") && raw.endsWith("'"));
	}
}
