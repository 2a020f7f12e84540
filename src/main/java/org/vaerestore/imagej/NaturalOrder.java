package org.vaerestore.imagej;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts names as people do: {@code slice9} before {@code slice10}. */
final class NaturalOrder implements Comparator<String> {

	private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

	@Override
	public int compare(final String left, final String right) {
		final Matcher leftParts = PART.matcher(left);
		final Matcher rightParts = PART.matcher(right);
		while (true) {
			final boolean more = leftParts.find();
			if (!rightParts.find()) return more ? 1 : left.compareTo(right);
			if (!more) return -1;
			final int order = compareParts(leftParts.group(), rightParts.group());
			if (order != 0) return order;
		}
	}

	private static int compareParts(final String left, final String right) {
		final boolean numbers = isDigit(left.charAt(0)) && isDigit(right.charAt(0));
		return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareToIgnoreCase(right);
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}
}
