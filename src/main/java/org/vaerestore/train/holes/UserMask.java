package org.vaerestore.train.holes;

import java.util.BitSet;
import java.util.Objects;

/**
 * A plane on which a user has marked what is damaged.
 *
 * @param damaged set where damaged, index {@code y * width + x}; not copied
 * @param width pixels
 * @param height pixels
 */
public record UserMask(BitSet damaged, int width, int height) {

	/** Checks the size. */
	public UserMask {
		Objects.requireNonNull(damaged, "damaged");
		if (width < 1 || height < 1 || damaged.length() > (long) width * height) throw new IllegalArgumentException(
			"A mask with pixel " + (damaged.length() - 1) + " is not " + width + " x " + height + ".");
	}

	/**
	 * Returns a mask.
	 *
	 * @param damaged true where damaged, index {@code y * width + x}
	 */
	public static UserMask of(final boolean[] damaged, final int width, final int height) {
		if (damaged.length != (long) width * height) throw new IllegalArgumentException("A mask of " + damaged.length +
			" pixels is not " + width + " x " + height + ".");
		final BitSet bits = new BitSet(damaged.length);
		for (int i = 0; i < damaged.length; i++)
			if (damaged[i]) bits.set(i);
		return new UserMask(bits, width, height);
	}

	/** Returns whether a pixel is inside and damaged. */
	boolean isDamaged(final int x, final int y) {
		return x >= 0 && y >= 0 && x < width && y < height && damaged.get(y * width + x);
	}
}
