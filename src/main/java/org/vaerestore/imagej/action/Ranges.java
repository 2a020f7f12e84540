package org.vaerestore.imagej.action;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;

/** Ranges of slices, channels or frames as people write them: {@code 1-10,15}. */
final class Ranges {

	static final String ALL = "all", CURRENT = "current";
	private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

	private Ranges() {}

	/**
	 * Reads ranges.
	 *
	 * @param text all, current, or numbers and ranges from 1 on, with commas
	 * @param name of what is counted, for messages
	 * @param current counted from 1
	 * @param count how many there are
	 * @return counted from 0, ascending
	 */
	static List<Integer> parse(final String text, final String name, final int current, final int count) {
		if (text.strip().equalsIgnoreCase(ALL)) return IntStream.range(0, count).boxed().toList();
		if (text.strip().equalsIgnoreCase(CURRENT)) return List.of(current - 1);
		final TreeSet<Integer> chosen = new TreeSet<>();
		for (final String part : text.split(",", -1)) {
			final Matcher range = RANGE.matcher(part);
			if (!range.matches()) throw new InputException("The value " + name + "=" + text +
				" is not a range; write all, current, or numbers such as 1-10,15.");
			final int from = Integer.parseInt(range.group(1));
			final int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
			if (from < 1 || to > count || to < from) throw new InputException("The range " + name + "=" + part.strip() +
				" doesn't fit the image, whose " + name + " are 1 to " + count + ".");
			for (int i = from; i <= to; i++)
				chosen.add(i - 1);
		}
		return List.copyOf(chosen);
	}
}
