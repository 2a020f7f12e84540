package org.vaerestore.report;

import java.util.List;

/**
 * Pictures side by side, each with its caption; more than five go on in further rows.
 *
 * @param pictures from left to right
 */
public record Pictures(List<Picture> pictures) implements Block {

	/** Copies the list. */
	public Pictures {
		pictures = List.copyOf(pictures);
	}

	/** Returns a row of pictures from left to right. */
	public static Pictures of(final Picture... pictures) {
		return new Pictures(List.of(pictures));
	}
}
