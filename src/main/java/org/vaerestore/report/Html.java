package org.vaerestore.report;

/** Makes plain text safe to stand in HTML. */
final class Html {

	private Html() {}

	/** Returns text that shows as it is, also within quotes. */
	static String escape(final String text) {
		final StringBuilder out = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			switch (c) {
				case '&' -> out.append("&amp;");
				case '<' -> out.append("&lt;");
				case '>' -> out.append("&gt;");
				case '"' -> out.append("&quot;");
				case '\'' -> out.append("&#39;");
				default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
			}
		}
		return out.toString();
	}

	/** Returns paragraphs, which an empty line separates in the text; nothing for a blank text. */
	static String paragraphs(final String text) {
		if (text.isBlank()) return "";
		final StringBuilder out = new StringBuilder();
		for (final String paragraph : text.strip().split("\n\\s*\n")) out.append("<p>").append(escape(paragraph)).append(
			"</p>\n");
		return out.toString();
	}
}
