package org.vaerestore.report;

import java.util.Objects;

/**
 * What a page amounts to, to be read before all else.
 *
 * @param grade of it
 * @param headline one short sentence
 * @param text plain text below it, paragraphs separated by an empty line; may be empty
 */
public record Verdict(Grade grade, String headline, String text) implements Block {

	/** Checks that nothing is missing. */
	public Verdict {
		Objects.requireNonNull(grade, "grade");
		Objects.requireNonNull(headline, "headline");
		Objects.requireNonNull(text, "text");
	}
}
