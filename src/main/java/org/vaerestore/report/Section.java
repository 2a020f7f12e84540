package org.vaerestore.report;

import java.util.List;
import java.util.Objects;

/**
 * A part of a report.
 *
 * @param heading of the section
 * @param text plain text below the heading, paragraphs separated by an empty line; may be empty
 * @param blocks what to show, in the order of the page
 */
public record Section(String heading, String text, List<Block> blocks) {

	/** Copies the list. */
	public Section {
		Objects.requireNonNull(heading, "heading");
		Objects.requireNonNull(text, "text");
		blocks = List.copyOf(blocks);
	}

	/** Returns a section with blocks in the order of the page. */
	public static Section of(final String heading, final String text, final Block... blocks) {
		return new Section(heading, text, List.of(blocks));
	}
}
