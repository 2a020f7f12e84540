package org.vaerestore.report;

import java.util.Objects;

/**
 * Two pictures on top of each other, with a handle that uncovers the one or the other.
 *
 * @param before what is seen left of the handle
 * @param after what is seen right of the handle, of the same size
 */
public record Comparison(Picture before, Picture after) implements Block {

	/**
	 * Checks the sizes.
	 *
	 * @throws IllegalArgumentException if they differ
	 */
	public Comparison {
		Objects.requireNonNull(before, "before");
		if (before.width() != after.width() || before.height() != after.height()) throw new IllegalArgumentException(
			"Pictures to compare must have one size, not " + before.width() + " x " + before.height() + " and " + after
				.width() + " x " + after.height() + ".");
	}
}
