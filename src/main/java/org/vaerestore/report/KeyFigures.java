package org.vaerestore.report;

import java.util.List;

/**
 * The few results to be seen at first glance, in large type.
 *
 * @param figures in the order of the page
 */
public record KeyFigures(List<KeyFigure> figures) implements Block {

	/**
	 * One result.
	 *
	 * @param label what it is, as in "PSNR of the damaged pixels"
	 * @param value with its unit, as in "31.8 dB"
	 * @param note what to compare it with, as in "before: 12.0 dB"; may be empty
	 */
	public record KeyFigure(String label, String value, String note) {}

	/** Copies the list. */
	public KeyFigures {
		figures = List.copyOf(figures);
	}

	/** Returns figures in the order of the page. */
	public static KeyFigures of(final KeyFigure... figures) {
		return new KeyFigures(List.of(figures));
	}
}
