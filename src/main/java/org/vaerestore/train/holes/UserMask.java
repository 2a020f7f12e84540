package org.vaerestore.train.holes;

import java.util.Objects;

/**
 * A plane on which a user has marked what is damaged.
 *
 * @param damaged true where damaged, index {@code y * width + x}; not copied
 * @param width pixels
 * @param height pixels
 */
public record UserMask(boolean[] damaged, int width, int height) {

	/** Checks the size. */
	public UserMask {
		Objects.requireNonNull(damaged, "damaged");
		if (width < 1 || height < 1 || damaged.length != (long) width * height) throw new IllegalArgumentException(
			"A mask of " + damaged.length + " pixels is not " + width + " x " + height + ".");
	}

	/** Returns whether a pixel is inside and damaged. */
	boolean isDamaged(final int x, final int y) {
		return x >= 0 && y >= 0 && x < width && y < height && damaged[y * width + x];
	}
}
