package org.vaerestore.imagej.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import org.vaerestore.job.InputException;

/** The text of options as ImageJ's macros have it: {@code key=value} pairs, values with spaces in brackets. */
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

	static String write(final List<Option> options, final Map<String, String> values) {
		final StringJoiner text = new StringJoiner(" ");
		for (final Option option : options) {
			final String value = values.get(option.key());
			if (value.equals(option.defaultValue())) continue;
			final boolean bare = !value.isEmpty() && value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '[' ||
				c == ']' || c == '\'');
			text.add(option.key() + "=" + (bare ? value : "[" + value + "]"));
		}
		return text.toString();
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
