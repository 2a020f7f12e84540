package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** One kind of procedural picture, for people to look at. */
public final class Exhibit {

	private final String name;
	private final Kind kind;

	Exhibit(final String name, final Kind kind) {
		this.name = name;
		this.kind = kind;
	}

	/** Returns what it is, in a few words. */
	public String name() {
		return name;
	}

	/**
	 * Draws a picture of the kind.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything
	 * @return row-major, 0 for black to 1 for white
	 */
	public float[] picture(final int side, final long seed) {
		return kind.draw(side, new SplittableRandom(seed));
	}
}
